/** So many pages are read again as they are; of a longer list only what is near the eye. */
const FEW_PAGES = 4;

/**
 * The pages worth reading again when the store changed: those with the rows in sight and one more either way, as
 * [from, to). A list that cannot be read backwards keeps its beginning, or the rows before would be lost.
 */
export function pagesInSight(
  pages: readonly { rows: readonly unknown[] }[],
  sight: { first: number; last: number },
  bothWays: boolean,
): [number, number] {
  if (pages.length <= FEW_PAGES) return [0, pages.length];
  let passed = 0;
  let from = 0;
  let to = 0;
  for (const [place, { rows }] of pages.entries()) {
    if (passed <= sight.first) from = place;
    if (passed <= sight.last) to = place;
    passed += rows.length;
  }
  return [bothWays ? Math.max(0, from - 1) : 0, Math.min(pages.length, to + 2)];
}
