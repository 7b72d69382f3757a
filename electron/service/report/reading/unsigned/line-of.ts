import { LINE_COLUMNS } from '../../settlement-columns.ts';

const EMPTY = {
  ...Object.fromEntries(LINE_COLUMNS.map(({ key }) => [key, null])),
  kind: 'sale',
  adjusts_period: null,
  adjustment_reason: null,
};

/** A line of which nothing is known yet. */
export function emptyLine(): Record<string, unknown> {
  return { ...EMPTY };
}
