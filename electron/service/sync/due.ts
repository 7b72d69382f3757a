import { DAY_SECONDS } from '../../../shared/time.ts';
import { type Sql, sql } from '../store/sql.ts';

/**
 * When a row is looked at again though nothing says that it changed: after twice as long as it was last known to
 * stand still, but never within half an hour and after three days at the latest. A change that becomes visible late
 * is found soon while the row is young, and an old row costs a call every three days.
 */
const FACTOR = 2;
const LEAST = 1800;
const MOST = 3 * DAY_SECONDS;

export interface LastLook {
  last_read_at: number;
  updated_at: number | null;
}

/** Also when it was read in the future: then a clock was wrong, and nothing is known of it. */
export function dueBy(row: LastLook, now: number): boolean {
  const stood = row.last_read_at - (row.updated_at ?? row.last_read_at);
  return row.last_read_at > now || row.last_read_at + Math.min(Math.max(FACTOR * stood, LEAST), MOST) <= now;
}

/** The same as a condition on `commission_order`. */
export function isDue(now: number): Sql {
  return sql`(last_read_at > ${now} or last_read_at + min(max(${FACTOR} * (last_read_at - coalesce(updated_at, last_read_at)), ${LEAST}), ${MOST}) <= ${now})`;
}
