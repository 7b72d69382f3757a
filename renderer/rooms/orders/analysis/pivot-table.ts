import type { Measures, Pivot } from '../../../../shared/contract/analysis.ts';
import { tsvCell } from '../../../parts/table/tsv.ts';
import { MEASURES, type Measure, plainText } from './measure.ts';

export interface PivotColumn {
  /** Place in the answer's columns; null where the columns are measures. */
  column: number | null;
  measure: Measure;
}

export interface PivotLine {
  /** Place in the answer's rows. */
  row: number;
  total: number;
  /** By place of the column; null where there are no orders. */
  values: (number | null)[];
}

export interface PivotTable {
  columns: PivotColumn[];
  lines: PivotLine[];
  footer: { total: number; values: number[] };
  /** The largest of the values by column, or of all of them: what shading is measured by. */
  largest: number[];
}

/** `column` null sorts by the line's total. */
export interface PivotSort {
  column: number | null;
  direction: 'asc' | 'desc';
}

/** Two dimensions show one measure by both; one dimension shows all measures beside each other. */
export function pivotTable(pivot: Pivot, measure: Measure, sort: PivotSort | null): PivotTable {
  const crossed = pivot.columns.length > 0;
  const columns: PivotColumn[] = crossed
    ? pivot.columns.map((_, column) => ({ column, measure }))
    : MEASURES.map((one) => ({ column: null, measure: one }));
  const lines = pivot.rows.map(
    (row, index): PivotLine => ({
      row: index,
      total: row.total[measure],
      values: crossed ? columns.map(() => null) : columns.map((column) => row.total[column.measure]),
    }),
  );
  for (const cell of pivot.cells) lines[cell.row]!.values[cell.column] = cell.measures[measure];
  const totals: Measures[] = crossed ? pivot.columns.map((column) => column.total) : columns.map(() => pivot.total);
  const footer = {
    total: pivot.total[measure],
    values: columns.map((column, at) => totals[at]![column.measure]),
  };
  const peak = (at: number) => lines.reduce((most, line) => Math.max(most, Math.abs(line.values[at] ?? 0)), 0);
  const peaks = columns.map((_, at) => peak(at));
  const all = Math.max(0, ...peaks);
  return { columns, lines: sorted(lines, sort), footer, largest: crossed ? peaks.map(() => all) : peaks };
}

/** Cells without orders come last either way. */
function sorted(lines: PivotLine[], sort: PivotSort | null): PivotLine[] {
  if (!sort) return lines;
  const figureOf = (line: PivotLine) => (sort.column === null ? line.total : (line.values[sort.column] ?? null));
  const sign = sort.direction === 'asc' ? 1 : -1;
  return lines.toSorted((a, b) => {
    const [left, right] = [figureOf(a), figureOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right) || a.row - b.row;
  });
}

export interface PivotWords {
  corner: string;
  total: string;
  rows: readonly string[];
  /** The rows' names with what tells namesakes apart. */
  hints: readonly string[];
  columns: readonly string[];
}

/** The whole table as it stands, with its totals. */
export function pivotTsv(table: PivotTable, measure: Measure, words: PivotWords): string {
  const crossed = table.columns[0]?.column !== null;
  const figure = (of: Measure, value: number | null) => (value === null ? '' : plainText(of, value));
  const text = (name: string) => tsvCell({ text: name });
  const line = (name: string, total: number, values: readonly (number | null)[]) => [
    text(name),
    ...(crossed ? [figure(measure, total)] : []),
    ...values.map((value, at) => figure(table.columns[at]!.measure, value)),
  ];
  const lines = [
    [words.corner, ...(crossed ? [words.total] : []), ...words.columns].map(text),
    ...table.lines.map(({ row, total, values }) => line(words.rows[row]!, total, values)),
    line(words.total, table.footer.total, table.footer.values),
  ];
  return lines.map((cells) => cells.join('\t')).join('\r\n');
}
