/** The fault `lists-shrink`: a list that ends too early although there are rows, without a word. */
import type { Page } from '../wire/cursor.ts';
import type { Call } from './endpoint.ts';

/** The page as it is given: now and then empty, or cut in half, and in both cases the last one. */
export function asGiven<T>({ platform }: Call, page: Page<T>): Page<T> {
  if (page.rows.length === 0 || !platform.faults.strikes('lists-shrink')) return page;
  const half = Math.floor(page.rows.length / 2);
  return { rows: page.rows.slice(0, platform.faults.pick([0, half])), nextKey: '', hasMore: false };
}
