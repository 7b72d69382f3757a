import type { ReadHour, Resource } from '../../../../shared/contract/sync.ts';
import { addDays, type Day, dayOf, HOUR_SECONDS, periodRange, startOfDay, type Unix } from '../../../../shared/time.ts';

export const HOURS_A_DAY = 24;
/** Days shown without a month chosen: a month and its eve, so that «this day a month ago» is in sight. */
const RECENT_DAYS = 31;
/** Steps of colour above «no rows». */
export const LEVELS = 5;

export interface CalendarDay {
  day: Day;
  /** One of each hour; null where nothing was answered: the future. */
  hours: (ReadHour | null)[];
  rows: number;
  /** Hours in which it was read. */
  read: number;
  unread: number;
  late: number;
}

/**
 * These are read by the hour of their rows, so that an hour can be missing. The others are read as a whole each
 * time: an hour without reading misses nothing.
 */
export function isReadByHour(resource: Resource): boolean {
  return resource === 'orders' || resource === 'funds';
}

/** One row a day in UTC+8, newest first, from the hours as they were answered. */
export function calendarDays(hours: readonly ReadHour[], from: Day, to: Day): CalendarDay[] {
  const byHour = new Map(hours.map((hour) => [hour.hour_at, hour]));
  const days: CalendarDay[] = [];
  for (let day = to; day >= from; day = addDays(day, -1)) {
    const start = startOfDay(day) ?? 0;
    const cells = Array.from({ length: HOURS_A_DAY }, (_, hour) => byHour.get(start + hour * HOUR_SECONDS) ?? null);
    const known = cells.filter((cell) => cell !== null);
    const unread = known.filter((cell) => cell.state === 'unread').length;
    days.push({
      day,
      hours: cells,
      rows: known.reduce((sum, cell) => sum + cell.rows_now, 0),
      read: known.length - unread,
      unread,
      late: known.reduce((sum, cell) => sum + cell.late, 0),
    });
  }
  return days;
}

/**
 * Rows an hour that get the fullest colour: nine in ten hours lie below, so that one hour of a great sale does not
 * bleach all others.
 */
export function heatScale(hours: readonly ReadHour[]): number {
  const counts = hours.map((hour) => hour.rows_now).filter((rows) => rows > 0);
  counts.sort((one, other) => one - other);
  return counts[Math.floor(counts.length * 0.9)] ?? 0;
}

/** 0 for no rows, else 1 to 5; by the square root, because a quiet night still differs from none at all. */
export function heatLevel(rows: number, scale: number): number {
  if (rows <= 0) return 0;
  if (scale <= 0) return 1;
  return Math.min(LEVELS, Math.max(1, Math.ceil(Math.sqrt(Math.min(rows, scale) / scale) * LEVELS)));
}

/** The days a chosen month has up to now; without one the last 31. */
export function shownDays(month: string | null, now: Unix): { from: Day; to: Day } {
  const today = dayOf(now);
  const range = month === null ? null : periodRange(month);
  if (!range || range.from > now) return { from: addDays(today, 1 - RECENT_DAYS), to: today };
  const last = dayOf(range.to - 1);
  return { from: dayOf(range.from), to: last < today ? last : today };
}

/** Where an arrow key leads in the grid of days and hours; null when the key is none of its. */
export function nextCell(key: string, place: number, days: number): number | null {
  const last = days * HOURS_A_DAY - 1;
  const steps: Record<string, number> = {
    ArrowLeft: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place - HOURS_A_DAY,
    ArrowDown: place + HOURS_A_DAY,
    Home: place - (place % HOURS_A_DAY),
    End: place - (place % HOURS_A_DAY) + HOURS_A_DAY - 1,
  };
  const next = steps[key];
  return next === undefined ? null : next < 0 || next > last ? place : next;
}
