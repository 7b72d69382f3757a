import type { Axis, FacetName, OrderFilter, OrderRow, OrderSort } from '../../../shared/contract/order.ts';
import { dayOf } from '../../../shared/time.ts';

export const AXIS_COLUMN = {
  created: 'created_at',
  paid: 'paid_at',
  updated: 'updated_at',
  settled: 'settled_at',
  known: 'first_seen_at',
} as const satisfies Record<Axis, keyof OrderRow>;

type Holds = (row: OrderRow) => boolean;

/** Plain reading of the filter, row by row: enough for a page that is only looked at. */
export function filterTest(filter: OrderFilter): Holds {
  const holds: Holds[] = [];
  const list = <Value>(values: readonly Value[] | undefined, of: (row: OrderRow) => Value) => {
    if (values?.length) holds.push((row) => values.includes(of(row)));
  };
  const least = (bound: number | undefined, of: (row: OrderRow) => number | null) => {
    if (bound !== undefined) holds.push((row) => (of(row) ?? Number.NEGATIVE_INFINITY) >= bound);
  };
  const most = (bound: number | undefined, of: (row: OrderRow) => number | null) => {
    if (bound !== undefined) holds.push((row) => (of(row) ?? Number.POSITIVE_INFINITY) <= bound);
  };
  const yes = (asked: boolean | undefined, of: Holds) => {
    if (asked !== undefined) holds.push((row) => of(row) === asked);
  };
  list(filter.channel, (row) => row.channel as string);
  list(filter.source, (row) => row.source);
  list(filter.order_status, (row) => row.order_status);
  list(filter.commission_status, (row) => row.commission_status);
  list(filter.shop_appid, (row) => row.shop_appid);
  list(filter.product_id, (row) => row.product_id);
  list(filter.plan_type, (row) => row.plan_type);
  list(filter.promoter_appid, (row) => row.promoter_appid);
  list(filter.talent_key, (row) => row.talent_key);
  list(filter.role, (row) => row.role);
  list(filter.review_state, (row) => row.review_state);
  const { tag, order_id, order_ids, text, from, to } = filter;
  if (tag?.length) holds.push((row) => row.tags.some((one) => tag.includes(one)));
  least(filter.payment_min, (row) => row.actual_payment_fen);
  most(filter.payment_max, (row) => row.actual_payment_fen);
  least(filter.service_min, (row) => row.service_amount_fen);
  most(filter.service_max, (row) => row.service_amount_fen);
  least(filter.ratio_min, (row) => row.service_ratio_ppm);
  most(filter.ratio_max, (row) => row.service_ratio_ppm);
  yes(filter.has_difference, (row) => row.difference_fen !== null && row.difference_fen !== 0);
  yes(filter.has_refund, (row) => row.refunded === 1);
  yes(filter.self_purchase, (row) => row.self_purchase === 1);
  yes(filter.has_note, (row) => row.notes > 0);
  if (order_id) holds.push((row) => row.order_id.startsWith(order_id) || row.order_id.endsWith(order_id));
  if (order_ids?.length) {
    const wanted = new Set(order_ids);
    holds.push((row) => wanted.has(row.order_id));
  }
  for (const word of (text ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
    holds.push((row) =>
      [row.product_title, row.shop_name, row.promoter_name, row.talent_name, row.order_id].some((one) =>
        one?.toLowerCase().includes(word),
      ),
    );
  }
  const column = AXIS_COLUMN[filter.axis ?? 'created'];
  const day = (row: OrderRow) => (row[column] === null ? null : dayOf(row[column]));
  if (from) holds.push((row) => (day(row) ?? '') >= from);
  if (to) holds.push((row) => (day(row) ?? '9999') <= to);
  return (row) => holds.every((one) => one(row));
}

/** Rows without a value last, whichever way; ties by order and SKU. */
export function sortedOrders(rows: OrderRow[], { by, direction }: OrderSort): OrderRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return rows.toSorted((a, b) => {
    const [left, right] = [a[by], b[by]];
    if ((left === null) !== (right === null)) return left === null ? 1 : -1;
    return sign * (compare(left ?? 0, right ?? 0) || compare(a.order_id, b.order_id) || compare(a.sku_id, b.sku_id));
  });
}

export function facetValues(row: OrderRow, facet: FacetName): (string | number | boolean | null)[] {
  switch (facet) {
    case 'tag':
      return row.tags;
    case 'has_difference':
      return [row.difference_fen !== null && row.difference_fen !== 0];
    case 'has_refund':
      return [row.refunded === 1];
    case 'self_purchase':
      return [row.self_purchase === 1];
    default:
      return [row[facet]];
  }
}

export function facetLabel(row: OrderRow, facet: FacetName): string | null {
  switch (facet) {
    case 'shop_appid':
      return row.shop_name;
    case 'product_id':
      return row.product_title;
    case 'promoter_appid':
      return row.promoter_name;
    case 'talent_key':
      return row.talent_name;
    default:
      return null;
  }
}
