import { DAY_SECONDS } from '../../../shared/time.ts';
import type { Store } from '../store/store.ts';
import { unreadSpan } from './completeness.ts';
import { knownPoints } from './known-points.ts';
import { overlapOf } from './lateness.ts';
import { LONGEST_STRETCH } from './listing.ts';
import { addWindow, dropOverlaps, orderCursor, plannedRange, windows } from './window.ts';

/** History comes by the month, the newest first: what is asked for most is there first. */
const MONTH = 30 * DAY_SECONDS;
/** How far back the first sync goes unless told otherwise. */
const FIRST = 180 * DAY_SECONDS;

/**
 * Writes down what has to be listed to know everything up to `now`: what an earlier run left open stays, then the
 * time since, the overlap behind each run whose listing still counts, and history by creation when `since` asks for it.
 * Gives the overlap used, seconds; null in the first sync, which has none.
 */
export function planWindows(store: Store, now: number, since: number | null): number | null {
  return store.transaction(() => {
    dropOverlaps(store);
    const cursor = orderCursor(store);
    const planned = plannedRange(store, 'updated');
    const listedUntil = planned.last ?? cursor.known_as_of;
    const coveredFrom = cursor.covered_from ?? planned.first;
    if (listedUntil === null || coveredFrom === null) {
      addWindows(store, { from: since ?? now - FIRST, to: now }, now);
      return null;
    }
    if (since !== null) planHistory(store, since, { from: coveredFrom, to: listedUntil }, now);
    const overlap = overlapOf(store, now);
    for (const span of overlaps(store, cursor.known_as_of, overlap, now)) addWindows(store, span, now, true);
    addWindows(store, { from: Math.min(listedUntil, now), to: now }, now);
    return overlap;
  });
}

interface Span {
  from: number;
  to: number;
}

/**
 * What was listed once and may have got late arrivals since: the time before what is known, and before each run that
 * was cut off, whose listing is not done again. Cut at the instants of earlier knowledge.
 */
function overlaps(store: Store, knownAsOf: number | null, overlap: number, now: number): Span[] {
  const cutOff = windows(store, 'updated');
  const listedAt = new Set(cutOff.map((window) => window.planned_at));
  if (knownAsOf !== null) listedAt.add(knownAsOf);
  const { covered_from } = orderCursor(store);
  // Not before what was ever read: older rows are history, which is asked for in so many words. A first sync that is
  // very young still looks a day back.
  const floor = Math.min(covered_from ?? cutOff[0]?.start_at ?? now, (knownAsOf ?? now) - DAY_SECONDS);
  const spans: Span[] = [];
  for (const at of [...listedAt].sort((a, b) => a - b)) {
    const span = { from: Math.max(at - overlap, floor), to: Math.min(at, now) };
    const last = spans.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else spans.push(span);
  }
  const points = knownPoints(store).sort((a, b) => a - b);
  return spans.flatMap(({ from, to }) => {
    const cuts = [from, ...points.filter((point) => point > from && point < to), to];
    return cuts.slice(1).map((end, index) => ({ from: cuts[index]!, to: end }));
  });
}

/** Before all that was read; and what is not read of the time since, should there be a hole in it. */
function planHistory(store: Store, since: number, read: Span, now: number): void {
  const planned = plannedRange(store, 'created').first;
  const before = planned ?? read.from;
  const hole = planned === null ? unreadSpan(store, Math.max(since, read.from), read.to) : null;
  for (const { from, to } of [{ from: since, to: before }, ...(hole ? [hole] : [])])
    for (let end = to; end > from; end -= MONTH)
      addWindow(store, { axis: 'created', start: Math.max(from, end - MONTH), end, plannedAt: now });
}

/** Windows are listed side by side; a week each keeps several at work. */
function addWindows(store: Store, { from, to }: Span, plannedAt: number, overlap = false): void {
  for (let start = from; start < to; start += LONGEST_STRETCH)
    addWindow(store, { axis: 'updated', start, end: Math.min(start + LONGEST_STRETCH, to), plannedAt, overlap });
}
