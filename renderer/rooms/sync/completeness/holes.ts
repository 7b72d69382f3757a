import type { ReadHour } from '../../../../shared/contract/sync.ts';
import { dayOf, formatInstant, HOUR_SECONDS, type Unix } from '../../../../shared/time.ts';

/** Unread hours that follow on one another: from <= instant < to. */
export interface Hole {
  from: Unix;
  to: Unix;
  hours: number;
}

/** What lies beyond the known is not missing, it is still to come: unread hours from there on count as open. */
export function withoutUndue(hours: readonly ReadHour[], knownAsOf: Unix | null): ReadHour[] {
  return hours.map((hour) =>
    hour.state === 'unread' && knownAsOf !== null && hour.hour_at + HOUR_SECONDS > knownAsOf
      ? { ...hour, state: 'open' }
      : hour,
  );
}

/** All holes, oldest first. Hours come oldest first and without a gap. */
export function holesOf(hours: readonly ReadHour[]): Hole[] {
  const holes: Hole[] = [];
  for (const { hour_at, state } of hours) {
    if (state !== 'unread') continue;
    const last = holes.at(-1);
    if (last?.to === hour_at) {
      last.to += HOUR_SECONDS;
      last.hours += 1;
    } else holes.push({ from: hour_at, to: hour_at + HOUR_SECONDS, hours: 1 });
  }
  return holes;
}

/** «02:00» of the first and «05:00» of the end; the end of a day is its own 24:00, not the next one's 00:00. */
export function holeClock({ from, to }: Hole): { from: string; to: string; sameDay: boolean; toInstant: Unix } {
  const end = formatInstant(to).slice(11, 16);
  const midnight = end === '00:00';
  const toInstant = midnight ? to - 1 : to;
  return {
    from: formatInstant(from).slice(11, 16),
    to: midnight ? '24:00' : end,
    sameDay: dayOf(from) === dayOf(toInstant),
    toInstant,
  };
}

/** Hours that are planned or not due yet. */
export function openHours(hours: readonly ReadHour[]): number {
  return hours.filter((hour) => hour.state === 'open').length;
}
