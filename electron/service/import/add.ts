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
import type { ReadRow } from './judge.ts';
import { importedFile } from './list.ts';
import { openImport } from './open.ts';
import { sha256Of } from './sha256.ts';

const MISSING: Partial<Record<ImportField, ErrorCode>> = {
  order_id: 'import.no_order_column',
  flow_id: 'import.no_flow_column',
  amount: 'import.no_amount_column',
};

/**
 * Reads a file into the books, whole or not at all. Throws `file.unreadable`, `import.no_order_column`,
 * `import.no_flow_column`, `import.no_amount_column`, `import.nothing_read`, `import.known`, `period.invalid`.
 */
export async function addImport(context: Context, asked: RouteParsed<'import.add'>): Promise<ImportedFile> {
  rangeOf(asked.period);
  const { store } = context;
  const { rows, reading, preview } = await openImport(store, asked);
  const [missing] = preview.missing;
  if (missing) throw new DeskError(MISSING[missing]!, { file: asked.name, headings: preview.headings.join('、') });
  if (rows === null || reading.counted_rows === 0)
    throw new DeskError('import.nothing_read', {
      file: asked.name,
      rows: reading.rows,
      row: reading.refused[0]?.row ?? null,
      value: reading.refused[0]?.value ?? null,
    });
  const { name, headings } = preview;
  const sha256 = sha256Of(asked.bytes);
  const staff = context.staff();
  const at = context.now();
  const importId = store.durably(() => {
    const known = store.get<{ import_id: number; imported_at: number }>(
      sql`select import_id, imported_at from import_file where sha256 = ${sha256} and withdrawn_at is null`,
    );
    if (known) throw new DeskError('import.known', { file: name, import_id: known.import_id });
    const { id } = store.run(sql`insert into import_file
        (name, kind, period, sha256, reading, headings, imported_at, imported_by)
      values (${name}, ${reading.kind}, ${asked.period}, ${sha256}, ${JSON.stringify(reading)},
        ${JSON.stringify(headings)}, ${at}, ${staff})`);
    writeRows(store, id, asked.period, rows);
    audit(store, {
      at,
      staff,
      action: 'import.add',
      detail: {
        import_id: id,
        file: name,
        sha256,
        kind: reading.kind,
        side: reading.side,
        period: asked.period,
        counted_rows: reading.counted_rows,
        refused_rows: reading.refused_rows,
        amount_fen: reading.amount_fen,
      },
    });
    return id;
  });
  context.changed('funds');
  return importedFile(store, importId);
}

function writeRows(store: Store, importId: number, period: string, rows: readonly ReadRow[]): void {
  const insert = store.prepare(`insert into import_row
      (import_id, row, order_id, sku_id, flow_id, amount_fen, payment_fen, at, period, cells)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  for (const row of rows)
    insert.run(
      importId,
      row.row,
      row.order_id,
      row.sku_id,
      row.flow_id,
      row.amount_fen,
      row.payment_fen,
      row.at,
      row.at === null ? period : periodOf(row.at),
      row.cells,
    );
}
