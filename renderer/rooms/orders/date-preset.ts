import type { ViewQuestion } from '../../../shared/contract/view.ts';
import { addDays, type Day, periodOf, periodRange, previousPeriod } from '../../../shared/time.ts';

export type DatePreset = NonNullable<ViewQuestion['preset']>;

/** The ranges staff know from their other tools. Days are civil days in UTC+8, both ends included. */
export const DATE_PRESETS = [
  'today',
  'yesterday',
  'last7',
  'last30',
  'month',
  'last_month',
] as const satisfies readonly DatePreset[];

export interface DayRange {
  from: Day;
  to: Day;
}

export function presetRange(preset: DatePreset, today: Day): DayRange {
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'last7':
      return { from: addDays(today, -6), to: today };
    case 'last30':
      return { from: addDays(today, -29), to: today };
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: monthDays(today.slice(0, 7)).to };
    case 'last_month':
      return monthDays(previousPeriod(today.slice(0, 7)));
  }
}

/** Which preset a range is, so that the chosen one stays marked after a reload. */
export function presetOf(range: { from?: Day | undefined; to?: Day | undefined }, today: Day): DatePreset | null {
  return (
    DATE_PRESETS.find((preset) => {
      const { from, to } = presetRange(preset, today);
      return from === range.from && to === range.to;
    }) ?? null
  );
}

/** First and last day of a month, for links from a settlement period to its rows. */
export function monthDays(period: string): DayRange {
  const range = periodRange(period);
  if (!range) throw new RangeError(`not a period: ${period}`);
  const from = `${period}-01`;
  const next = `${periodOf(range.to)}-01`;
  return { from, to: addDays(next, -1) };
}
