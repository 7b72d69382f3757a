import type { BackgroundSync, Waiting } from '../../../../shared/contract/background.ts';
import { addDays, dayOf, formatInstant, HOUR_SECONDS, startOfDay, type Unix } from '../../../../shared/time.ts';

export type RestKind = Exclude<Waiting, null> | 'scheduled' | 'soon';

/** What the time between two runs is: waiting for the next one, or why none is coming. `now` is the machine's. */
export function restOf(background: Pick<BackgroundSync, 'waiting' | 'next_at'>, now: Unix): RestKind {
  if (background.waiting !== null) return background.waiting;
  return background.next_at === null || background.next_at <= now ? 'soon' : 'scheduled';
}

/** The next 08:00 in UTC+8 that is not of today: when staff are back. */
export function tomorrowMorning(now: Unix): Unix {
  return (startOfDay(addDays(dayOf(now), 1)) ?? now) + 8 * HOUR_SECONDS;
}

/** «14:35» for a time of today, «11-23 08:00» for another day; UTC+8. */
export function clockText(at: Unix, now: Unix): string {
  const text = formatInstant(at);
  return dayOf(at) === dayOf(now) ? text.slice(11, 16) : text.slice(5, 16);
}
