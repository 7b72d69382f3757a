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
