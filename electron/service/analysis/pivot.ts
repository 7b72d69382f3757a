import {
  type Dimension,
  type Measures,
  type Member,
  PIVOT_COLUMNS,
  PIVOT_ROWS,
  type Pivot,
} from '../../../shared/contract/analysis.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { StoreReader } from '../store/store.ts';
import { isStep, spanDay } from './dimension.ts';
import { type Key, type SharedOrder, sharedOrders, sumGroups } from './groups.ts';
import { labelsOf } from './labels.ts';
import { addMeasures, noMeasures } from './measures.ts';

type By = RouteParsed<'analysis.pivot'>['by'];

interface Line {
  key: Key;
  total: Measures;
  cells: Map<Key, Measures>;
}

interface Entry {
  key: Key;
  total: Measures;
}

/**
 * Sums by one or two dimensions. Totals speak of all rows of the filter; shown are the greatest members by `by`, of
 * times the newest, in the order of the calendar. One pass over the rows, and one over those of shared orders.
 */
export function pivot(reader: StoreReader, input: RouteParsed<'analysis.pivot'>): Pivot {
  const { filter, rows: rowDimension, columns: columnDimension, by } = input;
  const inOrder = (dimension: Dimension) => (isStep(dimension) ? byCalendar : byMeasure(by));
  const columnTotals = new Map<Key, Measures>();
  const total = noMeasures();
  const lines = new Shortlist(inOrder(rowDimension), PIVOT_ROWS);

  for (const { a, b, ...measures } of sumGroups(reader, filter, rowDimension, columnDimension)) {
    const line = lines.at(a);
    line.cells.set(b, measures);
    addMeasures(line.total, measures);
    addMeasures(entry(columnTotals, b), measures);
    addMeasures(total, measures);
  }
  const shownRows = lines.best();
  const allColumns = columnDimension === null ? [] : [...columnTotals].map(([key, sums]) => ({ key, total: sums }));
  const shownColumns = allColumns.sort(inOrder(columnDimension ?? 'day')).slice(0, PIVOT_COLUMNS);

  const shownLines = new Map(shownRows.map((line) => [line.key, line]));
  for (const { a, b, parts } of ordersOnce(sharedOrders(reader, filter, rowDimension, columnDimension))) {
    total.orders += 1;
    for (const key of a) {
      const line = shownLines.get(key);
      if (line) line.total.orders += 1;
    }
    for (const key of b) columnTotals.get(key)!.orders += 1;
    for (const part of parts) {
      const cell = shownLines.get(part.a)?.cells.get(part.b);
      if (cell) cell.orders += 1;
    }
  }

  if (isStep(rowDimension)) shownRows.reverse().sort(undatedLast);
  if (columnDimension !== null && isStep(columnDimension)) shownColumns.reverse().sort(undatedLast);
  return {
    rows: named(reader, rowDimension, shownRows),
    columns: columnDimension === null ? [] : named(reader, columnDimension, shownColumns),
    cells: shownRows.flatMap((line, row) =>
      shownColumns.flatMap(({ key }, column) => {
        const measures = line.cells.get(key);
        return measures ? [{ row, column, measures }] : [];
      }),
    ),
    total,
    hidden_rows: lines.count - shownRows.length,
    hidden_columns: allColumns.length - shownColumns.length,
  };
}

function entry(totals: Map<Key, Measures>, key: Key): Measures {
  let found = totals.get(key);
  if (!found) {
    found = noMeasures();
    totals.set(key, found);
  }
  return found;
}

type Order = (left: Entry, right: Entry) => number;

/** Newest first; rows without a time before all, so that they are never cut off. */
const byCalendar: Order = (left, right) => {
  if (left.key === null || right.key === null) return left.key === right.key ? 0 : left.key === null ? -1 : 1;
  return left.key < right.key ? 1 : -1;
};

const undatedLast: Order = (left, right) => Number(left.key === null) - Number(right.key === null);

/** The greatest first; equals by their rows, then by their key, so that every answer is the same. */
const byMeasure =
  (by: By): Order =>
  (left, right) =>
    right.total[by] - left.total[by] ||
    right.total.rows - left.total.rows ||
    (String(left.key) < String(right.key) ? -1 : 1);

/** The best lines of very many: the groups come line by line, so what is out of the running is let go at once. */
class Shortlist {
  readonly #order: Order;
  readonly #most: number;
  #lines: Line[] = [];
  count = 0;

  constructor(order: Order, most: number) {
    this.#order = order;
    this.#most = most;
  }

  /** The line of the key; keys come in groups. */
  at(key: Key): Line {
    const last = this.#lines.at(-1);
    if (last && last.key === key) return last;
    if (this.#lines.length >= 2 * this.#most) this.#lines = this.best();
    const line: Line = { key, total: noMeasures(), cells: new Map() };
    this.#lines.push(line);
    this.count += 1;
    return line;
  }

  best(): Line[] {
    return this.#lines.sort(this.#order).slice(0, this.#most);
  }
}

/** Gathers what the rows of one order belong to, so that the order counts once in each. */
export function* ordersOnce(
  rows: Iterable<SharedOrder>,
): Generator<{ a: Set<Key>; b: Set<Key>; parts: SharedOrder[] }> {
  let parts: SharedOrder[] = [];
  const gathered = () => ({ a: new Set(parts.map((part) => part.a)), b: new Set(parts.map((part) => part.b)), parts });
  for (const row of rows) {
    if (parts.length > 0 && parts[0]!.order_id !== row.order_id) {
      yield gathered();
      parts = [];
    }
    parts.push(row);
  }
  if (parts.length > 0) yield gathered();
}

function named(reader: StoreReader, dimension: Dimension, entries: readonly Entry[]): (Member & { total: Measures })[] {
  const labels = labelsOf(
    reader,
    dimension,
    entries.map(({ key }) => key),
  );
  return entries.map(({ key, total }) => ({
    value: key !== null && isStep(dimension) ? spanDay(dimension, key) : key,
    label: labels.get(key) ?? null,
    total,
  }));
}
