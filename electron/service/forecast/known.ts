import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { DAY_SECONDS, type Day, dayOf, startOfDay, type Unix } from '../../../shared/time.ts';
import { NO_STATUS, SUM_AXIS, SUM_DIM, SUM_GRAIN } from '../order/sums.ts';
import { ordersKnownAsOf } from '../settlement/period.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** Up to when the orders are known: the end of the sync, or the newest state there is; null for empty books. */
export function ordersKnownTo(reader: StoreReader): Unix | null {
  const newest = () => reader.value<Unix | null>(sql`select max(updated_at) from commission_order`) ?? null;
  return ordersKnownAsOf(reader) ?? newest();
}

/**
 * The number in the books of the first row paid since an instant; null without any. Rows come nearly in the order of
 * their time, so reading the table from there on is quicker than following an index through it.
 */
export function firstPaidSince(reader: StoreReader, since: Unix): number | null {
  return reader.value<number | null>(sql`select min(id) from commission_order where paid_at >= ${since}`) ?? null;
}

/** Commission states of paid rows that are neither settled nor cancelled, also those nobody has told us of. */
export function waitingStatuses(reader: StoreReader): (number | null)[] {
  const { settled, cancelled } = COMMISSION_STATUS;
  return reader
    .all<{ status: number }>(
      sql`select distinct commission_status as status from order_sum
        where axis = ${SUM_AXIS.paid} and grain = ${SUM_GRAIN.month} and dim = ${SUM_DIM.all}
          and commission_status not in (${settled}, ${cancelled}) order by 1 desc`,
    )
    .map(({ status }) => (status === NO_STATUS ? null : status));
}

/** Days of UTC+8 as whole numbers, so that they can be counted with. */
export const DAY_NUMBER_SHIFT = 28_800;

export function dayNumber(instant: Unix): number {
  return Math.floor((instant + DAY_NUMBER_SHIFT) / DAY_SECONDS);
}

export function dayOfNumber(day: number): Day {
  return dayOf(day * DAY_SECONDS - DAY_NUMBER_SHIFT);
}

/** 0 for a Monday. */
export function weekday(day: number): number {
  return (((day - MONDAY) % 7) + 7) % 7;
}
const MONDAY = dayNumber(startOfDay('2026-01-05')!);
