import type { Column, Row } from '../../../electron/service/report/column.ts';
import { ORDER_EXPORT_COLUMNS } from '../../../electron/service/report/order-columns.ts';
import { Workbook } from '../../../electron/service/report/xlsx/workbook.ts';
import { sampleRows } from '../../support/settlement-rows.ts';

export const ROWS = 100_000;
export const COLUMNS: readonly Column[] = ORDER_EXPORT_COLUMNS.slice(0, 30);

const PATTERN: Row[] = [...sampleRows({ rows: 2000 })].map((row) => ({
  ...row,
  product_count: 1,
  talent_amount_fen: 123,
}));

/** Rows as a query gives them, one by one: other ids every time, everything else from a sample. */
export function* reportRows(rows = ROWS): Generator<Row> {
  for (let n = 0; n < rows; n++)
    yield {
      ...PATTERN[n % PATTERN.length]!,
      order_id: `37${10_000_000_000 + n * 7}${1_000_000 + n}`,
      sku_id: String(3_100_000_000 + n),
    };
}

export async function writeWorkbook(file: string, rows: Iterable<Row>): Promise<void> {
  const workbook = new Workbook(file, file, 0);
  const table = workbook.table('明细', COLUMNS);
  for (const row of rows) {
    const wait = table.row(row);
    if (wait) await wait;
  }
  await table.end({ order_id: '合计' });
  await workbook.close();
}
