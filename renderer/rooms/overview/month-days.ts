import { type Day, dayOf, type Period, periodRange } from '../../../shared/time.ts';

/** First and last day of a month, as the order filter wants them; nothing when the text is no month. */
export function monthDays(period: Period): { from: Day; to: Day } | Record<string, never> {
  const range = periodRange(period);
  return range ? { from: dayOf(range.from), to: dayOf(range.to - 1) } : {};
}
