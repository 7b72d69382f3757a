import type { Cell } from '../column.ts';
import { checkCode } from '../proof/rows-hash.ts';
import type { Places } from './places.ts';

/** A row as it stands in a file: values by key of column, as they were written. */
export interface FoundRow {
  /** Null in files without sheets. */
  sheet: string | null;
  /** From 1, the heading's. */
  at: number;
  values: Record<string, Cell>;
}

export interface RowsToJudge<Digest> {
  /** The rows in the order they stand in; asked a second time when that is not the order they were written in. */
  read(again: boolean): AsyncIterable<FoundRow>;
  /** How many there should be. */
  rows: number;
  textOf(values: Record<string, Cell>): string;
  hash(): { add(values: Record<string, Cell>): void; digest(): Digest };
  /** Where the row of a number stood. */
  placeOf(number: number): { sheet: string | null; row: number | null };
  places: Places;
}

/** Holds rows against their check codes and numbers, and gives their hash in the order they were written in. */
export async function judgeRows<Digest>(judged: RowsToJudge<Digest>): Promise<{ digest: Digest; rows: number }> {
  const { rows, textOf, places } = judged;
  const seen = new Set<number>();
  let hash = judged.hash();
  let found = 0;
  let inOrder = true;
  for await (const { sheet, at, values } of judged.read(false)) {
    found += 1;
    const number = numberOf(values);
    if (number === found) hash.add(values);
    else inOrder = false;
    const known = number !== null && number <= rows && !seen.has(number) && values.check_code !== null;
    if (known) seen.add(number);
    if (known && values.check_code === checkCode(textOf(values))) continue;
    places.add({
      sheet,
      row: at,
      order_id: idOf(values.order_id),
      sku_id: idOf(values.sku_id),
      what: known ? 'line' : 'line_added',
    });
  }
  for (let number = 1; number <= rows && seen.size < rows; number++) {
    if (seen.has(number)) continue;
    places.add({ ...judged.placeOf(number), what: 'line_missing' });
    seen.add(number);
    if (number > found + MANY_MISSING) break;
  }
  if (!inOrder) {
    hash = judged.hash();
    for (const values of await inWrittenOrder(judged)) hash.add(values);
  }
  return { digest: hash.digest(), rows: found };
}

/** Nobody reads on behind so many, and a file may say that it has any number of rows. */
const MANY_MISSING = 1000;

async function inWrittenOrder(judged: Pick<RowsToJudge<unknown>, 'read'>): Promise<Record<string, Cell>[]> {
  const all: Record<string, Cell>[] = [];
  for await (const { values } of judged.read(true)) all.push(values);
  const numbered = (values: Record<string, Cell>) => numberOf(values) ?? Number.POSITIVE_INFINITY;
  return all.sort((a, b) => numbered(a) - numbered(b) || 0);
}

function numberOf({ line_no }: Record<string, Cell>): number | null {
  return typeof line_no === 'number' && Number.isInteger(line_no) && line_no > 0 ? line_no : null;
}

function idOf(value: Cell | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
