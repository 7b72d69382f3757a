import type { FacetName, OrderFilter } from '../../../../shared/contract/order.ts';

// Every condition of the filter by its kind, in the order the page shows them.

/** Lists, of which any value holds. All but the notes of staff can be counted as a facet. */
export const LIST_FIELDS = [
  'channel',
  'source',
  'commission_status',
  'order_status',
  'shop_appid',
  'product_id',
  'promoter_appid',
  'review_state',
  'plan_type',
  'talent_key',
  'role',
  'tag',
] as const satisfies readonly (FacetName & keyof OrderFilter)[];
export type ListField = (typeof LIST_FIELDS)[number];
export type ListValue = string | number | null;

/** Lists of codes of the platform. */
export const CODE_FIELDS = ['commission_status', 'order_status', 'plan_type'] as const satisfies readonly ListField[];
/** Lists that hold no null: every row has a value, or (tags) having none is no value. */
export const FILLED_FIELDS = ['channel', 'review_state', 'role', 'tag'] as const satisfies readonly ListField[];

/** Bounds, both included; fen, fen, ppm. */
export const RANGE_FIELDS = ['payment', 'service', 'ratio'] as const;
export type RangeField = (typeof RANGE_FIELDS)[number];

/** Bounds only links of the analysis set, from a bar to its rows: three lengths in seconds, and an instant. */
export const DELAY_FIELDS = ['known_delay', 'settle_delay', 'refund_delay', 'refunded'] as const;
export type DelayField = (typeof DELAY_FIELDS)[number];

export const FLAG_FIELDS = ['has_difference', 'has_refund', 'self_purchase', 'has_note', 'undated'] as const;
export type FlagField = (typeof FLAG_FIELDS)[number];

export const isCodeField = (field: ListField): field is (typeof CODE_FIELDS)[number] =>
  (CODE_FIELDS as readonly string[]).includes(field);

export const isFilledField = (field: ListField): field is (typeof FILLED_FIELDS)[number] =>
  (FILLED_FIELDS as readonly string[]).includes(field);

/** The values of one list, without the type of the single field. */
export function listOf(filter: OrderFilter, field: ListField): readonly ListValue[] {
  return filter[field] ?? [];
}

/** The filter with one list set; an empty list is no condition at all. */
export function withList(filter: OrderFilter, field: ListField, values: readonly ListValue[]): OrderFilter {
  const { [field]: _before, ...rest } = filter;
  return values.length ? ({ ...rest, [field]: values } as OrderFilter) : rest;
}

/** Conditions to set, and as undefined those to take away. */
export type Conditions = { [Name in keyof OrderFilter]?: OrderFilter[Name] | undefined };

/** What one filter says otherwise than the other, for `withConditions`. */
export function changedConditions(before: OrderFilter, after: OrderFilter): Conditions {
  const names = Object.keys({ ...before, ...after }) as (keyof OrderFilter)[];
  return Object.fromEntries(names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]));
}

/** The filter with some conditions set, and those given as undefined taken away. */
export function withConditions(filter: OrderFilter, conditions: Conditions): OrderFilter {
  const kept = Object.entries({ ...filter, ...conditions }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as OrderFilter;
}
