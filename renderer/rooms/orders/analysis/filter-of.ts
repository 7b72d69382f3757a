import type { Dimension, Member } from '../../../../shared/contract/analysis.ts';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import { addDays, DAY_SECONDS, type Day, type Unix } from '../../../../shared/time.ts';
import { monthDays } from '../date-preset.ts';

export type Step = 'day' | 'week' | 'month';
export const STEPS: readonly Step[] = ['day', 'week', 'month'];

export function isStep(dimension: Dimension): dimension is Step {
  return (STEPS as readonly string[]).includes(dimension);
}

/** The filter narrowed to one member of a dimension: it has exactly the rows that were counted for the member. */
export function filterOf(filter: OrderFilter, dimension: Dimension, value: Member['value']): OrderFilter {
  if (isStep(dimension)) return value === null ? undatedOf(filter) : within(filter, spanDays(dimension, String(value)));
  return { ...filter, [dimension]: [value] };
}

/** First and last day of the span that begins with the day. */
export function spanDays(step: Step, first: Day): { from: Day; to: Day } {
  if (step === 'month') return monthDays(first.slice(0, 7));
  return { from: first, to: step === 'day' ? first : addDays(first, 6) };
}

/** The filter's range, narrowed: a week at its edge lies only partly in it. */
export function within(filter: OrderFilter, { from, to }: { from: Day; to: Day }): OrderFilter {
  return {
    ...filter,
    from: filter.from && filter.from > from ? filter.from : from,
    to: filter.to && filter.to < to ? filter.to : to,
  };
}

function undatedOf(filter: OrderFilter): OrderFilter {
  const { from, to, ...rest } = filter;
  return { ...rest, undated: true };
}

/** Of a filter's range `known_delay` and the like: from <= value < to in units of so many seconds. */
export function delayFilter(
  filter: OrderFilter,
  of: 'known_delay' | 'settle_delay' | 'refund_delay',
  { from, to }: { from: number; to: number | null },
  unitSeconds: number,
): OrderFilter {
  const { [`${of}_min` as const]: least, [`${of}_max` as const]: most, ...rest } = filter;
  // Whatever came before it began is counted in the first bar.
  return bounded(rest as OrderFilter, of, from === 0 ? [least] : [from * unitSeconds, least], [
    ...(to === null ? [] : [to * unitSeconds - 1]),
    most,
  ]);
}

/**
 * The filter's rows created from the day on. Null where its days are those of another time: the page has room for one
 * range of days.
 */
export function createdFrom(filter: OrderFilter, day: Day): OrderFilter | null {
  if (filter.axis === 'created') return { ...filter, from: filter.from && filter.from > day ? filter.from : day };
  const ranged = filter.from !== undefined || filter.to !== undefined || filter.undated !== undefined;
  return ranged ? null : { ...filter, axis: 'created', from: day };
}

/** Refunds whose commission is in one of the open states; those without a time of their refund are not counted. */
export function openRefundFilter(filter: OrderFilter, statuses: readonly (number | null)[]): OrderFilter {
  return { ...filter, has_refund: true, commission_status: [...statuses], refunded_min: filter.refunded_min ?? 0 };
}

/** Refunds by their age at `now`, in days. */
export function refundAgeFilter(
  filter: OrderFilter,
  { from, to }: { from: number; to: number | null },
  now: Unix,
): OrderFilter {
  const { refunded_min, refunded_max, ...rest } = filter;
  return bounded(
    rest,
    'refunded',
    [...(to === null ? [] : [now - to * DAY_SECONDS + 1]), refunded_min],
    from === 0 ? [refunded_max] : [now - from * DAY_SECONDS, refunded_max],
  );
}

function bounded(
  filter: OrderFilter,
  of: 'known_delay' | 'settle_delay' | 'refund_delay' | 'refunded',
  least: readonly (number | undefined)[],
  most: readonly (number | undefined)[],
): OrderFilter {
  const given = (bounds: readonly (number | undefined)[]) => bounds.filter((bound) => bound !== undefined);
  const [min, max] = [given(least), given(most)];
  return {
    ...filter,
    ...(min.length ? { [`${of}_min`]: Math.max(...min) } : {}),
    ...(max.length ? { [`${of}_max`]: Math.min(...max) } : {}),
  };
}

/**
 * What a cohort sold in the month so many months after its first, or all it sold; null when it has more promoters than
 * a filter can name.
 */
export function cohortFilter(
  filter: OrderFilter,
  { month, promoter_appids }: { month: string; promoter_appids: string[] | null },
  later: number | null,
): OrderFilter | null {
  if (promoter_appids === null) return null;
  const ids = { ...filter, promoter_appid: promoter_appids };
  return later === null ? ids : within(ids, monthDays(monthAfter(month, later)));
}

function monthAfter(month: string, later: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + later;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
