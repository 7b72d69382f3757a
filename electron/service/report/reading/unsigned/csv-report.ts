import type { SettlementLine } from '../../../settlement/line.ts';
import { csvFileRows } from '../../../table-file/csv.ts';
import type { Column } from '../../column.ts';
import { LINE_COLUMNS } from '../../settlement-columns.ts';
import { staffValue, strictValue } from '../cell-value.ts';
import { type Claim, readClaimCells } from './claim.ts';
import { emptyLine } from './line-of.ts';

/** What a csv for people closes with; null for other files. */
export async function csvClaim(file: string): Promise<Claim | null> {
  let last: string[] = [];
  for await (const row of csvFileRows(file)) {
    if (last.length === 0 && columnsOf(row) === null) return null;
    if (row.length > 1) last = row;
  }
  return readClaimCells(last);
}

type Place = { key: Column['key']; value: (text: string) => unknown } | null;

/** What stands where, by the headings; null when they are not those of a report. */
function columnsOf(heads: readonly string[]): Place[] | null {
  const staff = heads.includes('订单号') && heads.includes('SKU编码');
  const strict = heads.includes('order_id') && heads.includes('sku_id');
  if (!staff && !strict) return null;
  return heads.map((head) => {
    const column = LINE_COLUMNS.find(({ key, title }) => head === (staff ? title : key));
    if (!column) return null;
    return { key: column.key, value: staff ? staffValue(column) : strictValue(column) };
  });
}

export async function* csvLines(file: string): AsyncGenerator<SettlementLine> {
  let places: Place[] | null = null;
  for await (const row of csvFileRows(file)) {
    if (places === null) {
      places = columnsOf(row);
      if (places === null) return;
      continue;
    }
    if (row.every((cell) => cell === '') || row[0]?.startsWith('#')) continue;
    const line: Record<string, unknown> = emptyLine();
    places.forEach((place, n) => {
      const text = row[n] ?? '';
      if (place && text !== '') line[place.key] = place.value(text);
    });
    yield line as unknown as SettlementLine;
  }
}
