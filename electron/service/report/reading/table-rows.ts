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
 * The rows of a table of ours, on one sheet or several, found by its headings. What the headings and the total rows
 * should say goes to `places` when it is given; `total` is what the last one says beside its sums.
 */
export async function* tableRows(
  workbook: XlsxReader,
  sheets: readonly string[],
  columns: readonly Column[],
  places: Places | null,
  total: Readonly<Record<string, Cell>> = {},
): AsyncGenerator<FoundRow> {
  const torn = sheets.length > 1;
  const whole = new Sums(columns);
  for (const [n, sheet] of sheets.entries()) {
    let placed: (ColumnPlace | null)[] | null = null;
    const found: string[] = [];
    const own = new Sums(columns);
    for await (const { at, cells } of workbook.numbered(sheet)) {
      if (placed === null) {
        const heads = columnPlaces(cells, columns);
        placed = heads.placed;
        if (!heads.asWritten) places?.add({ sheet, row: at, what: 'statement' });
        continue;
      }
      if (cells.every((cell) => cell === null)) continue;
      const values = valuesOf(cells, placed);
      const label = totalLabel(values, columns);
      if (label === null) {
        own.add(values);
        whole.add(values);
        yield { sheet, at, values };
        continue;
      }
      found.push(label);
      const right = label === TOTAL_LABEL ? whole.are(values, total) : own.are(values, {});
      if (!right) places?.add({ sheet, row: at, what: 'total' });
    }
    const parts = torn ? [PART_LABEL] : [];
    const expected = n === sheets.length - 1 ? [...parts, TOTAL_LABEL] : parts;
    if (found.join() !== expected.join()) places?.add({ sheet, what: 'total' });
  }
}

class Sums {
  readonly #sums: Map<string, number>;

  constructor(columns: readonly Column[]) {
    this.#sums = new Map(columns.filter(({ summed }) => summed).map(({ key }) => [key, 0]));
  }

  add(values: Record<string, Cell>): void {
    for (const [key, sum] of this.#sums) this.#sums.set(key, sum + (typeof values[key] === 'number' ? values[key] : 0));
  }

  /** Whether a total row says them, with what else it should say. */
  are(values: Record<string, Cell>, labels: Readonly<Record<string, Cell>>): boolean {
    return [...this.#sums, ...Object.entries(labels)].every(([key, value]) => values[key] === value);
  }
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

/** Of a row that says it is one, without a number of its own; null of all others. */
function totalLabel(values: Record<string, Cell>, columns: readonly Column[]): string | null {
  if (values.line_no !== null || values.check_code !== null) return null;
  const labels = columns.filter(({ summed }) => !summed).map(({ key }) => values[key]);
  return [TOTAL_LABEL, PART_LABEL].find((label) => labels.includes(label)) ?? null;
}
