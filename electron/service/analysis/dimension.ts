import type { Dimension } from '../../../shared/contract/analysis.ts';
import type { Axis } from '../../../shared/contract/order.ts';
import { DAY_SECONDS, type Day, dayOf } from '../../../shared/time.ts';
import { AXIS_COLUMN } from '../order/filter.ts';
import type { Sql } from '../store/sql.ts';

export const STEPS = ['day', 'week', 'month'] as const;
export type Step = (typeof STEPS)[number];

export function isStep(dimension: Dimension): dimension is Step {
  return (STEPS as readonly string[]).includes(dimension);
}

/** Days since 1970-01-01 in UTC+8. That day was a Thursday, so weeks from Monday begin three days before it. */
const dayNumber = (column: string) => `((${column} + 28800) / 86400)`;
const SPAN: Record<Step, (column: string) => string> = {
  day: dayNumber,
  week: (column) => `((${dayNumber(column)} + 3) / 7)`,
  month: (column) => `strftime('%Y-%m', ${column} + 28800, 'unixepoch')`,
};

/**
 * What rows are grouped by, as SQL on the bare columns; `spanDay` reads what it gives for times. The `+` keeps the planner
 * from walking an index by the column: that reads every row at its own place in the file, where one scan would do.
 */
export function groupKey(dimension: Dimension, axis: Axis): Sql {
  return { text: isStep(dimension) ? SPAN[dimension](AXIS_COLUMN[axis]) : `+${dimension}`, values: [] };
}

/** First day of a span as `groupKey` numbers it. */
export function spanDay(step: Step, key: string | number): Day {
  if (step === 'month') return `${key}-01`;
  const days = step === 'day' ? Number(key) : Number(key) * 7 - 3;
  return dayOf(days * DAY_SECONDS);
}
