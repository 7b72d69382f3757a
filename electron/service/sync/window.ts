import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** 'updated' keeps the books current, 'created' is history, read by the time orders were made. */
export type Axis = 'updated' | 'created';

/** A stretch of time whose keys are listed from its start to its end; `listed_until` is where a killed run goes on. */
export interface SyncWindow {
  window_id: number;
  axis: Axis;
  start_at: number;
  end_at: number;
  listed_until: number;
  /** Platform time of the run that planned it. */
  planned_at: number;
  /** 1: read once before, only what came late is wanted of it. */
  overlap: 0 | 1;
}

export interface OrderCursor {
  /** Everything updated up to here is in the books. */
  known_as_of: number | null;
  /** From here on nothing is missing before `known_as_of`. */
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

export function moveOrderCursor(store: Store, cursor: { known_as_of: number | null; covered_from: number }): void {
  store.run(sql`insert into sync_cursor (resource, known_as_of, covered_from)
    values ('orders', ${cursor.known_as_of}, ${cursor.covered_from})
    on conflict (resource) do update set known_as_of = excluded.known_as_of, covered_from = excluded.covered_from`);
}

export function addWindow(
  store: Store,
  window: { axis: Axis; start: number; end: number; plannedAt: number; overlap?: boolean | undefined },
): void {
  store.run(sql`insert into sync_window (axis, start_at, end_at, listed_until, planned_at, overlap)
    values (${window.axis}, ${window.start}, ${window.end}, ${window.start}, ${window.plannedAt}, ${window.overlap ? 1 : 0})`);
}

/** Oldest first. */
export function windows(reader: StoreReader, axis: Axis): SyncWindow[] {
  return reader.all<SyncWindow>(sql`select * from sync_window where axis = ${axis} order by start_at, window_id`);
}

/** First and last instant of what is planned on an axis; null when nothing is. */
export function plannedRange(reader: StoreReader, axis: Axis): { first: number | null; last: number | null } {
  return reader.get<{ first: number | null; last: number | null }>(
    sql`select min(start_at) as first, max(end_at) as last from sync_window where axis = ${axis}`,
  )!;
}

export function setListedUntil(store: Store, window: SyncWindow, at: number): void {
  store.run(sql`update sync_window set listed_until = ${at} where window_id = ${window.window_id}`);
}

/** Overlaps of a run that was cut off: the next one plans its own. */
export function dropOverlaps(store: Store): void {
  store.run(sql`delete from sync_window where overlap = 1`);
}

export function dropWindows(store: Store, axis: Axis): void {
  store.run(sql`delete from sync_window where axis = ${axis}`);
}

export function dropWindow(store: Store, window: SyncWindow): void {
  store.run(sql`delete from sync_window where window_id = ${window.window_id}`);
}
