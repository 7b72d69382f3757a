import { DAY_SECONDS } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** A stretch of update time that is listed page by page; `next_key` is where a killed run goes on. */
export interface SyncWindow {
  window_id: number;
  start_at: number;
  end_at: number;
  next_key: string | null;
  confirm: number;
}

/** Orders become visible late and out of order: the last day is read again every time. */
const OVERLAP = DAY_SECONDS;
/** The longest range the platform takes is not documented; ten days are seen in use. */
const LONGEST = 7 * DAY_SECONDS;
const SHORTEST = 3600;
/** How far the first sync goes back unless told otherwise. */
const FIRST = 180 * DAY_SECONDS;

export interface OrderCursor {
  known_as_of: number | null;
  covered_from: number | null;
}

export function orderCursor(reader: StoreReader): OrderCursor {
  return (
    reader.get<OrderCursor>(sql`select known_as_of, covered_from from sync_cursor where resource = 'orders'`) ?? {
      known_as_of: null,
      covered_from: null,
    }
  );
}

export function addWindow(store: Store, from: number, to: number): void {
  store.run(sql`insert into sync_window (start_at, end_at, state) values (${from}, ${to}, 'open')`);
}

function addWindows(store: Store, from: number, to: number): void {
  for (let start = from; start < to; start += LONGEST) addWindow(store, start, Math.min(start + LONGEST, to));
}

/**
 * Writes down what has to be listed to know everything up to `now`: what an earlier run left open, the time since
 * then with the overlap, and older history when `since` reaches behind what was ever read.
 */
export function planWindows(store: Store, now: number, since: number | null): void {
  store.transaction(() => {
    // Pages of a half-listed window may have shifted while nobody was looking.
    store.run(sql`update sync_window set confirm = 1 where state = 'open' and next_key is not null`);
    const left = store.get<{ first: number | null; last: number | null }>(
      sql`select min(start_at) as first, max(end_at) as last from sync_window`,
    );
    const cursor = orderCursor(store);
    const listedUntil = left?.last ?? cursor.known_as_of;
    const from = listedUntil === null ? (since ?? now - FIRST) : Math.min(listedUntil, now) - OVERLAP;
    const coveredFrom = Math.min(
      cursor.covered_from ?? Number.POSITIVE_INFINITY,
      left?.first ?? Number.POSITIVE_INFINITY,
    );
    if (since !== null && listedUntil !== null && since < coveredFrom) addWindows(store, since, coveredFrom);
    addWindows(store, from, now);
  });
}

export function openWindow(reader: StoreReader): SyncWindow | undefined {
  return reader.get<SyncWindow>(
    sql`select window_id, start_at, end_at, next_key, confirm from sync_window where state = 'open'
      order by start_at, window_id limit 1`,
  );
}

/** A range refused as too long becomes two; false when it cannot get shorter. */
export function halveWindow(store: Store, window: SyncWindow): boolean {
  const span = window.end_at - window.start_at;
  if (span <= SHORTEST) return false;
  const middle = window.start_at + Math.floor(span / 2);
  store.transaction(() => {
    store.run(sql`update sync_window set end_at = ${middle}, next_key = null where window_id = ${window.window_id}`);
    store.run(sql`insert into sync_window (start_at, end_at, state) values (${middle}, ${window.end_at}, 'open')`);
  });
  return true;
}

export function listedWindows(reader: StoreReader): SyncWindow[] {
  return reader.all<SyncWindow>(
    sql`select window_id, start_at, end_at, next_key, confirm from sync_window where state = 'listed' order by start_at`,
  );
}

/** Everything up to `knownAsOf` is read: the windows have served. Gives the time that is known of now. */
export function closeWindows(store: Store, knownAsOf: number): number {
  return store.transaction(() => {
    const first = store.value<number | null>(sql`select min(start_at) from sync_window`) ?? knownAsOf;
    const cursor = orderCursor(store);
    const known = Math.max(knownAsOf, cursor.known_as_of ?? 0);
    const coveredFrom = Math.min(first, cursor.covered_from ?? first);
    store.run(sql`insert into sync_cursor (resource, known_as_of, covered_from)
      values ('orders', ${known}, ${coveredFrom})
      on conflict (resource) do update set known_as_of = excluded.known_as_of, covered_from = excluded.covered_from`);
    store.run(sql`delete from sync_window`);
    return known;
  });
}
