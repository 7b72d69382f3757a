import { NAMED_DIMENSIONS, type NamedDimension } from '../../../../shared/contract/analysis.ts';
import { type FacetValue, REVIEW_STATES, ROLES } from '../../../../shared/contract/order.ts';
import { COMMISSION_STATUS, ORDER_STATUS, PLAN_TYPES } from '../../../../shared/status.ts';
import type { ListField, ListValue } from './fields.ts';

/** One value to choose from; `rows` null while nobody counted it. */
export interface FacetChoice {
  value: ListValue;
  /** Newest name of a shop, product, promoter or talent. */
  label: string | null;
  rows: number | null;
}

const KNOWN: { [Field in ListField]?: readonly ListValue[] } = {
  channel: ['promoter', 'talent'],
  order_status: Object.values(ORDER_STATUS),
  commission_status: Object.values(COMMISSION_STATUS),
  plan_type: PLAN_TYPES,
  role: ROLES,
  review_state: REVIEW_STATES,
};

/** Lists with thousands of values: only the most frequent ones are counted, the others are searched for. */
export const isLongField = (field: ListField): field is NamedDimension =>
  (NAMED_DIMENSIONS as readonly string[]).includes(field);

/**
 * What can be chosen: the values known from the documents, whatever else the rows hold, and what is chosen already,
 * so that a condition never vanishes because no row matches it. `counted` undefined: not answered yet.
 */
export function facetChoices(
  field: ListField,
  counted: { values: readonly FacetValue[]; more: number } | undefined,
  chosen: readonly ListValue[],
): FacetChoice[] {
  const found = new Map<ListValue, FacetValue>();
  for (const one of counted?.values ?? []) if (typeof one.value !== 'boolean') found.set(one.value, one);
  const values = new Set<ListValue>([...(KNOWN[field] ?? []), ...found.keys(), ...chosen]);
  // Where not every value was counted, one that is missing may still have rows.
  const absent = counted && counted.more === 0 ? 0 : null;
  return [...values].map((value) => {
    const one = found.get(value);
    return { value, label: one?.label ?? null, rows: one?.rows ?? absent };
  });
}
