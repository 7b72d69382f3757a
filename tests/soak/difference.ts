import { promisedRow } from '../support/books.ts';

type Row = Record<string, unknown>;

export interface Difference {
  /** Rows of the platform's books. */
  rows: number;
  missing: number;
  extra: number;
  different: number;
  /** The first few, in words. */
  examples: string[];
}

const EXAMPLES = 20;

/**
 * Lays the platform's books beside the program's own export, every promised key of every row. Both come by creation,
 * order and SKU, so that a pair of lines is all there is in memory.
 */
export async function differenceOf(books: AsyncIterable<string>, orders: AsyncIterable<string>): Promise<Difference> {
  const found: Difference = { rows: 0, missing: 0, extra: 0, different: 0, examples: [] };
  const note = (kind: 'missing' | 'extra' | 'different', words: string) => {
    found[kind] += 1;
    if (found.examples.length < EXAMPLES) found.examples.push(`${kind} ${words}`);
  };
  const theirs = rowsOf(books, promisedRow);
  const ours = rowsOf(orders, (row) => row);
  let book = await theirs();
  let order = await ours();
  while (book || order) {
    const side = sideOf(book, order);
    if (side <= 0) found.rows += 1;
    if (side < 0) note('missing', nameOf(book!));
    else if (side > 0) note('extra', nameOf(order!));
    else {
      const words = differentFields(book!, order!);
      if (words) note('different', `${nameOf(book!)}: ${words}`);
    }
    if (side <= 0) book = await theirs();
    if (side >= 0) order = await ours();
  }
  return found;
}

function rowsOf(lines: AsyncIterable<string>, read: (row: Row) => Row): () => Promise<Row | undefined> {
  const iterator = lines[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await iterator.next();
    return done ? undefined : read(JSON.parse(value) as Row);
  };
}

/** Which of the two comes first: below 0 the platform's, above 0 ours, 0 when they are the same order. */
function sideOf(book: Row | undefined, order: Row | undefined): number {
  if (!book) return 1;
  if (!order) return -1;
  return (
    Number(book.created_at) - Number(order.created_at) ||
    compareText(String(book.order_id), String(order.order_id)) ||
    compareText(String(book.sku_id), String(order.sku_id))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nameOf(row: Row): string {
  return `${row.order_id}/${row.sku_id}`;
}

function differentFields(book: Row, order: Row): string {
  const fields = Object.entries(book).filter(([field, value]) => order[field] !== value);
  const words = fields.map(([field, value]) => `${field} ${String(order[field])} instead of ${String(value)}`);
  if (!(Number(order.versions) >= 1)) words.push(`versions ${String(order.versions)}`);
  return words.join(', ');
}
