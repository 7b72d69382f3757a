import type { OrderRow } from '../../../../shared/contract/order.ts';
import { COMMISSION_STATUS } from '../../../../shared/status.ts';

/** What a reviewer should see before deciding, gravest first. */
export type Finding =
  | { kind: 'difference'; fen: number }
  | { kind: 'refund'; lost_fen: number; ended: boolean }
  | { kind: 'self_purchase' }
  | { kind: 'same_buyer'; orders: number }
  | { kind: 'rate'; before_ppm: number; after_ppm: number };

/** Other rows that say something about this one; empty until they are read. */
export interface Nearby {
  /** Of the same promoter, in the week up to this order. */
  promoter: readonly OrderRow[];
  /** Of the same product, newest first, up to this order. */
  product: readonly OrderRow[];
}

export function findingsOf(order: OrderRow, nearby: Nearby): Finding[] {
  const found: Finding[] = [];
  if (order.difference_fen) found.push({ kind: 'difference', fen: order.difference_fen });
  if (order.refunded)
    found.push({
      kind: 'refund',
      lost_fen: (order.peak_payment_fen ?? 0) - (order.actual_payment_fen ?? 0),
      ended:
        order.commission_status === COMMISSION_STATUS.settled ||
        order.commission_status === COMMISSION_STATUS.cancelled,
    });
  if (order.self_purchase) found.push({ kind: 'self_purchase' });
  const orders = new Set(sameBuyer(order, nearby).map(({ order_id }) => order_id)).size;
  if (orders > 0) found.push({ kind: 'same_buyer', orders: orders + 1 });
  const before = rateBefore(order, nearby);
  if (before !== null && order.service_ratio_ppm !== null && before !== order.service_ratio_ppm)
    found.push({ kind: 'rate', before_ppm: before, after_ppm: order.service_ratio_ppm });
  return found;
}

/** Other orders of the same buyer with the same promoter. */
export function sameBuyer(order: OrderRow, { promoter }: Nearby): OrderRow[] {
  if (order.buyer_id === null) return [];
  return promoter.filter((row) => row.buyer_id === order.buyer_id && row.order_id !== order.order_id);
}

/** The service fee rate of the product's order before this one. */
function rateBefore(order: OrderRow, { product }: Nearby): number | null {
  const at = order.created_at ?? 0;
  return product.find((row) => (row.created_at ?? 0) < at && row.service_ratio_ppm !== null)?.service_ratio_ppm ?? null;
}
