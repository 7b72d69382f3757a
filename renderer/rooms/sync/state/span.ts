import { DAY_SECONDS, HOUR_SECONDS } from '../../../../shared/time.ts';

export interface Span {
  unit: 'seconds' | 'minutes' | 'hours' | 'days';
  count: number;
}

/** A length of time in the unit staff would say it in: 93 s, 24 h, 3 d; rounded to whole units. */
export function spanOf(seconds: number): Span {
  if (seconds < 120) return { unit: 'seconds', count: Math.round(seconds) };
  if (seconds < 2 * HOUR_SECONDS) return { unit: 'minutes', count: Math.round(seconds / 60) };
  if (seconds < 3 * DAY_SECONDS) return { unit: 'hours', count: Math.round(seconds / HOUR_SECONDS) };
  return { unit: 'days', count: Math.round(seconds / DAY_SECONDS) };
}
