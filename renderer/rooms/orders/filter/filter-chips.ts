import type { Axis, OrderFilter } from '../../../../shared/contract/order.ts';
import {
  DELAY_FIELDS,
  type DelayField,
  FLAG_FIELDS,
  type FlagField,
  LIST_FIELDS,
  type ListField,
  type ListValue,
  listOf,
  RANGE_FIELDS,
  type RangeField,
  withConditions,
  withList,
} from './fields.ts';
import { valueToken } from './value-token.ts';

/** So many values of one list have a chip each; more share one, or chips would push the table off the page. */
export const MOST_SINGLE = 3;

/** One condition of the filter as the page shows it: removed with one click, `rest` is the filter without it. */
export type FilterChip = { rest: OrderFilter; key: string } & (
  | { kind: 'days'; axis: Axis; from: string | undefined; to: string | undefined }
  | { kind: 'text'; field: 'text' | 'order_id'; value: string }
  | { kind: 'order_ids'; count: number }
  | { kind: 'value'; field: ListField; value: ListValue }
  | { kind: 'values'; field: ListField; values: readonly ListValue[] }
  | { kind: 'range'; field: RangeField | DelayField; least: number | undefined; most: number | undefined }
  | { kind: 'flag'; field: FlagField; value: boolean }
);

export function filterChips(filter: OrderFilter): FilterChip[] {
  const chips: FilterChip[] = [];
  if (filter.from || filter.to) {
    const { from, to, ...rest } = filter;
    chips.push({ kind: 'days', axis: filter.axis, from, to, rest, key: 'days' });
  }
  for (const field of ['text', 'order_id'] as const) {
    const value = filter[field];
    if (value)
      chips.push({ kind: 'text', field, value, rest: withConditions(filter, { [field]: undefined }), key: field });
  }
  if (filter.order_ids?.length) {
    const { order_ids, ...rest } = filter;
    chips.push({ kind: 'order_ids', count: order_ids.length, rest, key: 'order_ids' });
  }
  for (const field of LIST_FIELDS) chips.push(...listChips(filter, field));
  for (const field of [...RANGE_FIELDS, ...DELAY_FIELDS]) {
    const [low, high] = [`${field}_min`, `${field}_max`] as const;
    const [least, most] = [filter[low], filter[high]];
    if (least === undefined && most === undefined) continue;
    const rest = withConditions(filter, { [low]: undefined, [high]: undefined });
    chips.push({ kind: 'range', field, least, most, rest, key: field });
  }
  for (const field of FLAG_FIELDS) {
    const { [field]: value, ...rest } = filter;
    if (value !== undefined) chips.push({ kind: 'flag', field, value, rest, key: field });
  }
  return chips;
}

/** Nothing but the axis, which alone filters nothing. */
export function cleared(filter: OrderFilter): OrderFilter {
  return { axis: filter.axis };
}

/** One step towards all rows: without the words, then without all but the days, then without anything. */
export function lessOf(filter: OrderFilter): OrderFilter {
  if (filter.text) return withConditions(filter, { text: undefined });
  const days = withConditions({ axis: filter.axis }, { from: filter.from, to: filter.to });
  return filterChips(filter).some(({ kind }) => kind !== 'days') ? days : cleared(filter);
}

function listChips(filter: OrderFilter, field: ListField): FilterChip[] {
  const values = listOf(filter, field);
  if (values.length > MOST_SINGLE) {
    return [{ kind: 'values', field, values, rest: withList(filter, field, []), key: field }];
  }
  return values.map((value) => {
    const others = values.filter((one) => one !== value);
    return { kind: 'value', field, value, rest: withList(filter, field, others), key: `${field}:${valueToken(value)}` };
  });
}
