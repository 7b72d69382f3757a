import type { ErrorCode } from '../../../shared/contract/error-code.ts';
import type { ImportedFile, ImportField } from '../../../shared/contract/import.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { periodOf } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { rangeOf } from '../settlement/source.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { type ReadImport, readInThread } from './import-thread.ts';
import type { ReadRow } from './judge.ts';
import { importedFile } from './list.ts';
import { dropUnfinishedGently } from './unfinished.ts';

const MISSING: Partial<Record<ImportField, ErrorCode>> = {
  order_id: 'import.no_order_column',
  flow_id: 'import.no_flow_column',
  amount: 'import.no_amount_column',
};

/**
 * Reads a file into the books, whole or not at all: rows are written piece by piece, so that nobody waits for them, and
 * count for nothing until the file's own row is on the disk. One file at a time, see `importHandlers`. Throws
 * `file.unreadable`, `import.no_order_column`, `import.no_flow_column`, `import.no_amount_column`,
 * `import.nothing_read`, `import.known`, `period.invalid`.
 */
export async function addImport(context: Context, asked: RouteParsed<'import.add'>): Promise<ImportedFile> {
  const { period, ...file } = asked;
  rangeOf(period);
  const { store } = context;
  await dropUnfinishedGently(store);
  const importId = nextImportId(store);
  const write = rowWriter(store, importId, period);
  try {
    const read = await readInThread(context.dataDir, file, {
      begin: (read) => refuse(store, read),
      take: (rows) => store.transaction(() => rows.forEach(write)),
    });
    writeFile(context, importId, period, read);
  } catch (error) {
    // Books that were closed meanwhile are rid of them when they are opened again.
    if (store.db.open) await dropUnfinishedGently(store);
    throw error;
  }
  context.changed('funds');
  return importedFile(store, importId);
}

function nextImportId(store: Store): number {
  return (store.value<number | null>(sql`select max(import_id) from import_file`) ?? 0) + 1;
}

/** What cannot be taken is known before the first row comes. */
function refuse(store: Store, { reading, preview, sha256 }: ReadImport): void {
  const { name, missing, headings } = preview;
  if (missing[0]) throw new DeskError(MISSING[missing[0]]!, { file: name, headings: headings.join('、') });
  if (reading.counted_rows === 0)
    throw new DeskError('import.nothing_read', {
      file: name,
      rows: reading.rows,
      row: reading.refused[0]?.row ?? null,
      value: reading.refused[0]?.value ?? null,
    });
  refuseKnown(store, name, sha256);
}

function refuseKnown(store: Store, file: string, sha256: string): void {
  const import_id = store.value<number>(
    sql`select import_id from import_file where sha256 = ${sha256} and withdrawn_at is null`,
  );
  if (import_id !== undefined) throw new DeskError('import.known', { file, import_id });
}

/** From here on its rows count. */
function writeFile(
  context: Context,
  import_id: number,
  period: string,
  { reading, preview, sha256 }: ReadImport,
): void {
  const { store } = context;
  const { name, headings } = preview;
  const staff = context.staff();
  const at = context.now();
  store.durably(() => {
    refuseKnown(store, name, sha256);
    store.run(sql`insert into import_file
        (import_id, name, kind, period, sha256, reading, headings, imported_at, imported_by)
      values (${import_id}, ${name}, ${reading.kind}, ${period}, ${sha256}, ${JSON.stringify(reading)},
        ${JSON.stringify(headings)}, ${at}, ${staff})`);
    audit(store, {
      at,
      staff,
      action: 'import.add',
      detail: {
        import_id,
        file: name,
        sha256,
        kind: reading.kind,
        side: reading.side,
        period,
        counted_rows: reading.counted_rows,
        refused_rows: reading.refused_rows,
        amount_fen: reading.amount_fen,
      },
    });
  });
}

function rowWriter(store: Store, importId: number, period: string): (row: ReadRow) => void {
  const insert = store.prepare(`insert into import_row
      (import_id, row, order_id, sku_id, flow_id, amount_fen, payment_fen, at, period, cells)
    values (${importId}, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return ({ row, order_id, sku_id, flow_id, amount_fen, payment_fen, at, cells }) => {
    const month = at === null ? period : periodOf(at);
    insert.run(row, order_id, sku_id, flow_id, amount_fen, payment_fen, at, month, cells);
  };
}
