import { DAY_SECONDS, dayOf, periodOf, periodRange, startOfDay, type Unix } from '../../../shared/time.ts';

/** Midnight in UTC+8 lies so many seconds behind midnight in UTC, the day before. */
const ZONE_SECONDS = 28_800;

/** First second of the instant's day in UTC+8. */
export function dayStart(instant: Unix): Unix {
  const shifted = instant + ZONE_SECONDS;
  return shifted - (((shifted % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS) - ZONE_SECONDS;
}

const monthOfDay = new Map<Unix, Unix>();

/** First second of the instant's month in UTC+8. */
export function monthStart(instant: Unix): Unix {
  const day = dayStart(instant);
  let month = monthOfDay.get(day);
  if (month === undefined) {
    month = startOfDay(`${dayOf(day).slice(0, 7)}-01`)!;
    if (monthOfDay.size > 10_000) monthOfDay.clear();
    monthOfDay.set(day, month);
  }
  return month;
}

/** First second of the month after. */
export function nextMonth(month: Unix): Unix {
  return periodRange(periodOf(month))!.to;
}
