/** A cell as the file has it. Numbers keep their digits as text: an order number must not pass through a float. */
export interface TableCell {
  text: string;
  /** Stored as a number, so a long one may have lost its last digits before it came here. */
  number: boolean;
}

export const EMPTY: TableCell = { text: '', number: false };

/** One row, by column from 0; empty cells at its end may be missing. */
export type TableRow = readonly TableCell[];

/** A sheet, or a whole csv. */
export interface TableSheet {
  name: string;
  rows(): AsyncIterable<TableRow> | Iterable<TableRow>;
}

export interface TableSource {
  sheets: TableSheet[];
  /** Days from 1970-01-01 back to day 0 of the file's dates. */
  epochDays: number;
}

/** 200,000 rows of orders and some for headings and sums. */
export const MOST_ROWS = 200_100;
/** As many columns as Excel has. */
export const MOST_COLUMNS = 16_384;
/** Longer than any cell Excel can hold. */
export const LONGEST_CELL = 1_000_000;

/** What a person would see in the cell, near enough: floats without their binary tail, long integers whole. */
export function shown({ text, number }: TableCell): string {
  if (!number || /^-?\d+$/.test(text)) return text.trim();
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? String(Number(value.toPrecision(15))) : text;
}
