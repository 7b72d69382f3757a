import { AXES, type OrderFilter, type OrderSort, orderFilter, orderSort } from '../../../shared/contract/order.ts';
import { startOfDay } from '../../../shared/time.ts';
import { type AddressParams, addressOf } from '../../app/router/address.ts';

/**
 * The filter lives in the address, so that back, reload and a link from any figure of another room bring the same
 * rows again. Whatever in an address makes no sense is left out: the chips show what is really asked for.
 */
export interface OrderQuestion {
  filter: OrderFilter;
  sort: OrderSort;
}

const LISTS = ['channel', 'shop_appid', 'promoter_appid', 'product_id'] as const;
const STATUSES = ['order_status', 'commission_status'] as const;

const DEFAULT_SORT: OrderSort = { by: 'created_at', direction: 'desc' };

export function readQuestion(query: URLSearchParams): OrderQuestion {
  const filter: OrderFilter = { axis: 'created' };
  for (const name of LISTS) {
    const values = [...new Set(query.getAll(name))].filter(
      (value) => orderFilter.shape[name].safeParse([value]).success,
    );
    if (values.length) filter[name] = values;
  }
  for (const name of STATUSES) {
    const values = [...new Set(query.getAll(name))].filter((text) => /^\d{1,6}$/.test(text)).map(Number);
    if (values.length) filter[name] = values;
  }
  const orderId = orderFilter.shape.order_id.safeParse(query.get('order_id') ?? undefined);
  if (orderId.success && orderId.data) filter.order_id = orderId.data;
  const axis = AXES.find((known) => known === query.get('axis'));
  if (axis) filter.axis = axis;
  const from = readDay(query.get('from'));
  const to = readDay(query.get('to'));
  // A range written backwards has only one sensible reading.
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  if (first) filter.from = first;
  if (last) filter.to = last;
  return { filter, sort: readSort(query.get('sort')) };
}

/** Every key of the address, absent conditions as null, so that setting it also takes old conditions away. */
export function questionParams({ filter, sort }: OrderQuestion): AddressParams {
  const standard = sort.by === DEFAULT_SORT.by && sort.direction === DEFAULT_SORT.direction;
  return {
    channel: filter.channel,
    order_status: filter.order_status,
    commission_status: filter.commission_status,
    shop_appid: filter.shop_appid,
    promoter_appid: filter.promoter_appid,
    product_id: filter.product_id,
    order_id: filter.order_id,
    axis: filter.axis === 'created' ? null : filter.axis,
    from: filter.from,
    to: filter.to,
    sort: standard ? null : `${sort.by}.${sort.direction}`,
  };
}

/** The address of the rows behind a figure, for links from other rooms. */
export function ordersAddress(filter: Partial<OrderFilter>): string {
  return addressOf('orders', questionParams({ filter: { axis: 'created', ...filter }, sort: DEFAULT_SORT }));
}

function readDay(text: string | null): string | undefined {
  return text !== null && startOfDay(text) !== null ? text : undefined;
}

function readSort(text: string | null): OrderSort {
  const [by, direction] = (text ?? '').split('.');
  const sort = orderSort.safeParse({ by, direction });
  return text !== null && sort.success ? sort.data : DEFAULT_SORT;
}
