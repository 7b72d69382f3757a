import { orderKey } from '../../../shared/contract/order.ts';
import { addressOf } from '../../app/router/address.ts';

export interface OpenOrder {
  order_id: string;
  sku_id: string;
}

/** The open order in the address beside the filter; ids of the platform hold no slash. */
export function openParam({ order_id, sku_id }: OpenOrder): string {
  return `${order_id}/${sku_id}`;
}

export function readOpen(text: string | null): OpenOrder | null {
  const [order_id, sku_id, ...more] = (text ?? '').split('/');
  const key = orderKey.safeParse({ order_id, sku_id });
  return key.success && more.length === 0 ? key.data : null;
}

/** The address of one order's page. */
export function orderAddress(key: OpenOrder): string {
  return addressOf('orders', { open: openParam(key) });
}
