import { type Cell, type Column, uniqueTitles } from '../column.ts';
import { PART_LABEL, TOTAL_LABEL } from '../total-label.ts';
import { type CellValue, sheetValue } from './cell-value.ts';
import type { FoundRow } from './judge-rows.ts';
import type { Places } from './places.ts';
import type { XlsxReader } from './xlsx-reader.ts';

interface ColumnPlace {
  column: Column;
  value: CellValue;
}

/**
 * The rows of a table of ours, found by its headings. What the headings and the total rows should say goes to `places`
 * when it is given; `total` is what the last one says beside its sums.
 */
export async function* sheetRows(
  workbook: XlsxReader,
  sheet: string,
  columns: readonly Column[],
  places: Places | null,
  total: Readonly<Record<string, Cell>> = {},
): AsyncGenerator<FoundRow> {
  let placed: (ColumnPlace | null)[] | null = null;
  let totals = 0;
  const sums = new Map(columns.filter(({ summed }) => summed).map(({ key }) => [key, 0]));
  for await (const { at, cells } of workbook.numbered(sheet)) {
    if (placed === null) {
      const found = columnPlaces(cells, columns);
      placed = found.placed;
      if (!found.asWritten) places?.add({ sheet, row: at, what: 'statement' });
      continue;
    }
    if (cells.every((cell) => cell === null)) continue;
    const values = valuesOf(cells, placed);
    if (isTotal(values, columns)) {
      totals += 1;
      const last = Object.values(values).includes(TOTAL_LABEL);
      const expected = { ...Object.fromEntries(sums), ...(last ? total : {}) };
      const wrong = Object.entries(expected).some(([key, value]) => values[key] !== value);
      if (wrong) places?.add({ sheet, row: at, what: 'total' });
      continue;
    }
    for (const [key, sum] of sums) sums.set(key, sum + (typeof values[key] === 'number' ? values[key] : 0));
    yield { sheet, at, values };
  }
  if (totals !== 1) places?.add({ sheet, what: 'total' });
}

/** By heading; a column whose heading was changed is looked for where it should stand. */
function columnPlaces(heads: readonly Cell[], columns: readonly Column[]) {
  const titles = uniqueTitles(columns);
  const placed: (ColumnPlace | null)[] = heads.map(() => null);
  const lost: number[] = [];
  titles.forEach((title, n) => {
    const at = heads.indexOf(title);
    if (at >= 0) placed[at] = placeOf(columns[n]!);
    else lost.push(n);
  });
  for (const n of lost) placed[n] ??= placeOf(columns[n]!);
  return { placed, asWritten: lost.length === 0 };
}

function placeOf(column: Column): ColumnPlace {
  return { column, value: sheetValue(column) };
}

function valuesOf(cells: readonly Cell[], placed: readonly (ColumnPlace | null)[]): Record<string, Cell> {
  const values: Record<string, Cell> = {};
  placed.forEach((place, n) => {
    const cell = cells[n] ?? null;
    if (place) values[place.column.key] = cell === null ? null : place.value(cell);
  });
  return values;
}

/** A row that says so, without a number of its own. */
function isTotal(values: Record<string, Cell>, columns: readonly Column[]): boolean {
  if (values.line_no !== null || values.check_code !== null) return false;
  return columns.some(({ key, summed }) => !summed && (values[key] === TOTAL_LABEL || values[key] === PART_LABEL));
}
