import { DAY_SECONDS } from '../../../shared/time.ts';
import type { Store } from '../store/store.ts';
import { knownPoints } from './known-points.ts';
import { overlapOf } from './lateness.ts';
import { type Axis, addWindow, orderCursor, plannedRange } from './window.ts';

/** Windows are listed side by side; a week each keeps several at work. */
const WINDOW = 7 * DAY_SECONDS;
/** History comes by the month, the newest first: what is asked for most is there first. */
const MONTH = 30 * DAY_SECONDS;
/** How far back the first sync goes unless told otherwise. */
const FIRST = 180 * DAY_SECONDS;

/**
 * Writes down what has to be listed to know everything up to `now`: what an earlier run left open stays, then the
 * time since, with the overlap behind it, and history by creation when `since` lies before all that was ever read.
 * Gives the overlap used, seconds; null in the first sync, which has none.
 */
export function planWindows(store: Store, now: number, since: number | null): number | null {
  return store.transaction(() => {
    const cursor = orderCursor(store);
    const planned = plannedRange(store, 'updated');
    const listedUntil = planned.last ?? cursor.known_as_of;
    const coveredFrom = cursor.covered_from ?? planned.first;
    if (listedUntil === null || coveredFrom === null) {
      addWindows(store, 'updated', since ?? now - FIRST, now, WINDOW);
      return null;
    }
    if (since !== null) planHistory(store, since, coveredFrom);
    const reached = Math.min(listedUntil, now);
    addWindows(store, 'updated', reached, now, WINDOW);
    if (cursor.known_as_of === null) return null;
    const overlap = overlapOf(store, now);
    // Not before what was ever read: older rows are history, which is asked for in so many words.
    const from = Math.max(reached - overlap, Math.min(coveredFrom, reached - DAY_SECONDS));
    const cuts = knownPoints(store).filter((point) => point > from && point < reached);
    let end = reached;
    for (const cut of [...cuts, from]) {
      addWindows(store, 'updated', cut, end, WINDOW, true);
      end = cut;
    }
    return overlap;
  });
}

function planHistory(store: Store, since: number, coveredFrom: number): void {
  const from = plannedRange(store, 'created').first ?? coveredFrom;
  for (let end = from; end > since; end -= MONTH)
    addWindow(store, { axis: 'created', start: Math.max(since, end - MONTH), end });
}

function addWindows(store: Store, axis: Axis, from: number, to: number, longest: number, overlap?: boolean): void {
  for (let start = from; start < to; start += longest)
    addWindow(store, { axis, start, end: Math.min(start + longest, to), overlap });
}
