import type { Column, PlainValue } from './columns.ts';

/**
 * A cell as a spreadsheet takes it: no tab or line break inside, and text from outside that would be read as a
 * formula keeps a quote before it. Figures are ours and stay as they are, negative ones too.
 */
export function tsvCell(value: PlainValue): string {
  if (value === null) return '';
  if ('figure' in value) return value.figure;
  const line = value.text.replace(/[\t\r\n\u2028\u2029]+/g, ' ').trim();
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

/** Rows as tab-separated lines in the order of the columns; columns without plain values are left out. */
export function tsvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[], headings: boolean): string {
  const cells = columns.flatMap((column) => column.plain ?? []);
  const lines = rows.map((row) => cells.map(({ value }) => tsvCell(value(row))).join('\t'));
  return [...(headings ? [cells.map(({ heading }) => heading).join('\t')] : []), ...lines].join('\r\n');
}

/** One cell alone, its values apart by a blank: nothing is guarded, for it may go anywhere. */
export function cellText<Row>(row: Row, column: Column<Row>): string {
  return (column.plain ?? [])
    .map(({ value }) => value(row))
    .map((value) => (value === null ? '' : 'figure' in value ? value.figure : value.text))
    .filter(Boolean)
    .join(' ');
}
