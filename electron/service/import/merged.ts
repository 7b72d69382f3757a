import { type Merge, OUTSIDE } from '../table-file/cell.ts';

/** For each row below the first of cells that are merged downwards: the row whose value it shares; else null. */
export type SharedWith = (row: number) => number | null;

/** Orders are often merged over the rows of their SKUs. `column` null: the table has no such column. */
export function mergedDown(merges: readonly Merge[], column: number | null): SharedWith {
  const first = new Map<number, number>();
  let free = 1;
  for (const { top, bottom, left, right } of merges.toSorted((a, b) => a.top - b.top)) {
    // Cells cannot be merged twice; a file that says so is not followed.
    if (column === null || column < left || column > right || top < free) continue;
    free = bottom + 1;
    for (let row = top + 1; row <= Math.min(bottom, OUTSIDE.rows); row += 1) first.set(row, top);
  }
  return (row) => first.get(row) ?? null;
}
