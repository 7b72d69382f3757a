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

/** Newest first. */
export function reportList(reader: StoreReader): WrittenReport[] {
  return reader
    .all<Omit<WrittenReport, 'files'> & { files: string }>(
      sql`select period, written_at, folder, files, hash, rows, scope from report_file order by report_id desc`,
    )
    .map((row) => ({ ...row, files: JSON.parse(row.files) }));
}

/** Remembers a pack that was handed out. */
export function recordReport(store: Store, { totals, files }: ReportResult, folder: string, { staff, now }: By): void {
  const { period, hash, rows } = totals;
  store.transaction(() => {
    store.run(sql`insert into report_file (period, written_at, folder, files, hash, rows)
      values (${period}, ${now}, ${folder}, ${JSON.stringify(files)}, ${hash}, ${rows})`);
    audit(store, { at: now, staff, action: 'report.write', detail: { period, folder, hash, rows } });
  });
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
