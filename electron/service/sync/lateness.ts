import { DAY_SECONDS, HOUR_SECONDS } from '../../../shared/time.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/**
 * Rows come later than their update time says. How far behind the known time every run lists again follows the
 * lateness that was seen: twice the longest of the last thirty days, never less than a day.
 */
const LEAST = DAY_SECONDS;
const MOST = 31 * DAY_SECONDS;
const REMEMBERED = 30 * DAY_SECONDS;
/** Once a day the overlap is at least this long, so that a lateness nobody has seen yet is seen. */
const WIDE = 7 * DAY_SECONDS;
const WIDE_AT = 'orders_wide_at';
/** The `Date` header has whole seconds: a row of the last one is not late. */
const EXACTNESS = 2;

/** The longest lateness of the last thirty days, seconds; 0 when nothing was late. */
export function latenessSeen(reader: StoreReader, now: number): number {
  return (
    reader.value<number | null>(sql`select max(seconds) from lateness_day where day_at > ${now - REMEMBERED}`) ?? 0
  );
}

/** How far behind what is known the next run lists, seconds. */
export function overlapOf(reader: StoreReader, now: number): number {
  const seen = latenessSeen(reader, now);
  const learned = seen === 0 ? 0 : 2 * seen + HOUR_SECONDS;
  const wideAt = Number(readSetting(reader, WIDE_AT) ?? 0);
  const base = Math.abs(now - wideAt) >= DAY_SECONDS ? WIDE : LEAST;
  return Math.min(Math.max(base, learned), MOST);
}

/** A run has listed at least seven days back. */
export function noteWideOverlap(store: Store, overlap: number, now: number): void {
  if (overlap >= WIDE) writeSetting(store, WIDE_AT, String(now));
}

/** Rows that should have been there when everything up to `known` was read, and came only now. */
export function latenessNotes(store: Store, known: number | null): { note(updatedAt: number, now: number): void } {
  const insert = store.prepare(
    `insert into lateness_day (day_at, rows, seconds) values (?, 1, ?)
     on conflict (day_at) do update set rows = rows + 1, seconds = max(seconds, excluded.seconds)`,
  );
  return {
    note(updatedAt, now) {
      if (known === null) return;
      const seconds = known - updatedAt;
      if (seconds > EXACTNESS) insert.run(now - (now % DAY_SECONDS), seconds);
    },
  };
}
