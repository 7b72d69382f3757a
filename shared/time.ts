/**
 * An instant is an integer of Unix seconds. A day is a civil day in UTC+8 ("2026-11-22"), a period a civil month
 * there ("2026-11"). The zone is fixed and has no summer time, so plain arithmetic is exact.
 */
export type Unix = number;
export type Day = string;
export type Period = string;

export const DAY_SECONDS = 86_400;
export const HOUR_SECONDS = 3_600;
const ZONE_SECONDS = 8 * HOUR_SECONDS;

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function civil(instant: Unix): Date {
  return new Date((instant + ZONE_SECONDS) * 1000);
}

export function dayOf(instant: Unix): Day {
  return civil(instant).toISOString().slice(0, 10);
}

export function periodOf(instant: Unix): Period {
  return dayOf(instant).slice(0, 7);
}

/** "2026-11-22 09:05:07" in UTC+8. */
export function formatInstant(instant: Unix): string {
  return civil(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** First second of the day, or null when the text is no real day. */
export function startOfDay(day: Day): Unix | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const millis = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const instant = millis / 1000 - ZONE_SECONDS;
  return dayOf(instant) === day ? instant : null;
}

export function addDays(day: Day, days: number): Day {
  const start = startOfDay(day);
  if (start === null) throw new RangeError(`not a day: ${day}`);
  return dayOf(start + days * DAY_SECONDS);
}

/** Half-open range of a period: from <= instant < to; null when the text is no month. */
export function periodRange(period: Period): { from: Unix; to: Unix } | null {
  const match = /^(\d{4})-(\d{2})$/.exec(period);
  if (!match) return null;
  const from = startOfDay(`${period}-01`);
  if (from === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const next = month === 12 ? `${year + 1}-01-01` : `${match[1]}-${pad(month + 1)}-01`;
  const to = startOfDay(next);
  return to === null ? null : { from, to };
}

export function previousPeriod(period: Period): Period {
  const range = periodRange(period);
  if (!range) throw new RangeError(`not a period: ${period}`);
  return periodOf(range.from - 1);
}
