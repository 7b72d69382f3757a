import type { ReportResult, WrittenReport } from '../../../shared/contract/report.ts';
import type { Unix } from '../../../shared/time.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';
import type { OrderExport, OrderExportResult } from './order-export.ts';

interface By {
  staff: string;
  /** Platform time. */
  now: Unix;
}

/** What was written, beside its period and its files. */
type What = Pick<WrittenReport, 'kind' | 'scopes' | 'formats' | 'recipient' | 'schedule'>;
type Files = Omit<WrittenReport, keyof What | 'written_at'>;

/** Reports of older programs say nothing more: there was only this one. */
const MONTH: What = {
  kind: 'month',
  scopes: ['institution'],
  formats: ['xlsx', 'csv', 'csv_strict'],
  recipient: null,
  schedule: null,
};

const DEED = { month: 'report.write', pack: 'report.pack', statement: 'report.statement' } as const satisfies Record<
  WrittenReport['kind'],
  string
>;

/** Newest first. */
export function reportList(reader: StoreReader): WrittenReport[] {
  return reader
    .all<Omit<Files, 'files'> & { written_at: Unix; files: string; detail: string }>(
      sql`select period, written_at, folder, files, hash, rows, detail from report_file order by report_id desc`,
    )
    .map(({ files, detail, ...row }) => ({ ...row, files: JSON.parse(files), ...MONTH, ...JSON.parse(detail) }));
}

/** Remembers files that were handed out. */
export function recordFiles(store: Store, written: Files, what: What, { staff, now }: By): void {
  const { period, folder, files, hash, rows } = written;
  store.transaction(() => {
    store.run(sql`insert into report_file (period, written_at, folder, files, hash, rows, detail)
      values (${period}, ${now}, ${folder}, ${JSON.stringify(files)}, ${hash}, ${rows}, ${JSON.stringify(what)})`);
    audit(store, { at: now, staff, action: DEED[what.kind], detail: { period, folder, hash, rows, ...what } });
  });
}

/** The settlement pack of a month. */
export function recordReport(store: Store, { totals, files }: ReportResult, folder: string, by: By): void {
  const { period, hash, rows } = totals;
  recordFiles(store, { period, folder, files, hash, rows }, MONTH, by);
}

export function recordOrderExport(
  store: Store,
  { filter, format, as_of }: Pick<OrderExport, 'filter' | 'format' | 'as_of'>,
  { file, rows }: OrderExportResult,
  { staff, now }: By,
): void {
  store.transaction(() =>
    audit(store, {
      at: now,
      staff,
      action: 'order.export',
      detail: { filter, format, file, rows, ...(as_of === undefined ? {} : { as_of }) },
    }),
  );
}
