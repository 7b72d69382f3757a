import { DAY_SECONDS, type Day, startOfDay } from '../../../shared/time.ts';

/** A source nobody looked at for longer may have changed. */
export const STALE_DAYS = 180;

/** Civil days from one to the other; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return ((startOfDay(to) ?? 0) - (startOfDay(from) ?? 0)) / DAY_SECONDS;
}
