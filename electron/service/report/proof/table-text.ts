import type { Cell, Column, Row } from '../column.ts';

/** A row of sums as text: the values of the columns with a tab between, codes by the word that is shown. */
export function tableTextOf(columns: readonly Column[]): (row: Row) => string {
  return (row) => columns.map((column) => shownValue(column, row[column.key] ?? null)).join('\t');
}

function shownValue({ kind, words }: Column, value: Cell): string | number {
  if (value === null) return '';
  return kind === 'word' ? (words?.label(value) ?? value) : value;
}
