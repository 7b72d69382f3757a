import type { Cell, Column, Row } from '../column.ts';
import { fieldText } from './field-text.ts';

/** Names and titles may be cut, so the first ones will do; every other value must have room. */
const SAMPLE = 200;
const DISTINCT = 500;

/** The widest texts of each column over all rows and their sums. */
export class ColumnTexts {
  readonly #columns: readonly Seen[];

  constructor(columns: readonly Column[]) {
    this.#columns = columns.map((column) => ({ column, values: new Set(), longest: '', least: 0, most: 0, sum: 0 }));
  }

  /** A table's own sums start anew; what was widest so far stays. */
  add(rows: Iterable<Row>): this {
    for (const seen of this.#columns) seen.sum = 0;
    for (const row of rows) for (const seen of this.#columns) take(seen, row[seen.column.key] ?? null);
    for (const seen of this.#columns) if (seen.column.summed) bound(seen, seen.sum);
    return this;
  }

  of(column: Column): string[] {
    const seen = this.#columns.find((one) => one.column.key === column.key);
    if (!seen) return [];
    const text = (value: Cell) => fieldText(column, value);
    if (column.kind === 'money' || column.kind === 'count') return [seen.least, seen.most].map(text);
    if (column.kind === 'id') return [seen.longest];
    return [...seen.values].map(text);
  }
}

interface Seen {
  column: Column;
  values: Set<Cell>;
  longest: string;
  least: number;
  most: number;
  sum: number;
}

function take(seen: Seen, value: Cell): void {
  if (value === null) return;
  switch (seen.column.kind) {
    case 'money':
    case 'count':
      bound(seen, Number(value));
      seen.sum += Number(value);
      return;
    case 'id':
      if (String(value).length > seen.longest.length) seen.longest = String(value);
      return;
    case 'instant':
      // All of them are as wide as the first.
      if (seen.values.size === 0) seen.values.add(value);
      return;
    case 'text':
      if (seen.values.size < SAMPLE) seen.values.add(value);
      return;
    default:
      if (seen.values.size < DISTINCT) seen.values.add(value);
  }
}

function bound(seen: Seen, value: number): void {
  seen.least = Math.min(seen.least, value);
  seen.most = Math.max(seen.most, value);
}
