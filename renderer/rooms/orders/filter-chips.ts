import type { OrderFilter } from '../../../shared/contract/order.ts';

type ListField = 'channel' | 'order_status' | 'commission_status' | 'shop_appid' | 'promoter_appid' | 'product_id';

/** One condition of the filter as the page shows it: removed with one click, `rest` is the filter without it. */
export type FilterChip = { rest: OrderFilter; key: string } & (
  | { field: ListField; value: string | number }
  | { field: 'order_id'; value: string }
  | { field: 'range'; axis: OrderFilter['axis']; from: string | undefined; to: string | undefined }
);

const LIST_FIELDS: ListField[] = [
  'channel',
  'order_status',
  'commission_status',
  'shop_appid',
  'promoter_appid',
  'product_id',
];

export function filterChips(filter: OrderFilter): FilterChip[] {
  const chips: FilterChip[] = [];
  if (filter.from || filter.to) {
    const { from, to, ...rest } = filter;
    chips.push({ field: 'range', axis: filter.axis, from, to, rest, key: 'range' });
  }
  if (filter.order_id) {
    const { order_id, ...rest } = filter;
    chips.push({ field: 'order_id', value: order_id, rest, key: 'order_id' });
  }
  for (const field of LIST_FIELDS) {
    for (const value of filter[field] ?? []) {
      chips.push({ field, value, rest: without(filter, field, value), key: `${field}:${value}` });
    }
  }
  return chips;
}

/** The filter with one list set; an empty list is no condition at all. */
export function withList<Field extends ListField>(
  filter: OrderFilter,
  field: Field,
  values: NonNullable<OrderFilter[Field]>,
): OrderFilter {
  const next: OrderFilter = { ...filter, [field]: values };
  if (values.length === 0) delete next[field];
  return next;
}

/** Nothing but the axis, which alone filters nothing. */
export function cleared(filter: OrderFilter): OrderFilter {
  return { axis: filter.axis };
}

function without(filter: OrderFilter, field: ListField, value: string | number): OrderFilter {
  const values: (string | number)[] = filter[field] ?? [];
  return withList(filter, field, values.filter((one) => one !== value) as never);
}
