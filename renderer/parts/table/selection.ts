/** Rows chosen across pages and filters, by key; the rows are kept so that they can be acted on out of sight. */
export type Selection<Row> = ReadonlyMap<string, Row>;

export function toggled<Row>(selection: Selection<Row>, key: string, row: Row): Selection<Row> {
  const next = new Map(selection);
  if (!next.delete(key)) next.set(key, row);
  return next;
}

/** All given rows added, or taken away when all of them were in. */
export function toggledAll<Row>(
  selection: Selection<Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Selection<Row> {
  const next = new Map(selection);
  const all = rows.every((row) => next.has(keyOf(row)));
  for (const row of rows) {
    if (all) next.delete(keyOf(row));
    else next.set(keyOf(row), row);
  }
  return next;
}

export function selectedAll<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Selection<Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/**
 * The rows from the anchor to `to`, both included, whichever comes first, added to `base`: what was chosen before the
 * range began, so that a range drawn back gives its rows up again.
 */
export function ranged<Row>(
  base: Selection<Row>,
  rows: readonly Row[],
  anchor: number,
  to: number,
  keyOf: (row: Row) => string,
): Selection<Row> {
  const next = new Map(base);
  const [first, last] = anchor <= to ? [anchor, to] : [to, anchor];
  for (const row of rows.slice(Math.max(0, first), last + 1)) next.set(keyOf(row), row);
  return next;
}

/** How many of the rows are chosen, without looking at rows where nothing is. */
export function selectedShare<Row>(
  selection: Selection<Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): 'none' | 'some' | 'all' {
  if (selection.size === 0 || rows.length === 0) return 'none';
  let some = false;
  let all = true;
  for (const row of rows) {
    if (selection.has(keyOf(row))) some = true;
    else all = false;
    if (some && !all) return 'some';
  }
  return all ? 'all' : 'none';
}

/** The chosen rows in the order of the table, those that are not among its rows behind them. */
export function selectedRows<Row>(selection: Selection<Row>, rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const rest = new Map(selection);
  const found: Row[] = [];
  for (const row of rows) {
    // The row of the table is newer than the one that was chosen.
    if (rest.delete(keyOf(row))) found.push(row);
  }
  return [...found, ...rest.values()];
}
