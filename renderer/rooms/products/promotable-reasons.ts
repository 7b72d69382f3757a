import type { ProductRow } from '../../../shared/contract/product.ts';
import { DAY_SECONDS, dayOf, startOfDay, type Unix } from '../../../shared/time.ts';

/** `product_info.status` of a product on sale, and `commission_info.status` of a live plan. */
const ON_SALE = 5;
const PLAN_LIVE = 1;

export type PromotableReason =
  | 'not_seen'
  | 'off_sale'
  | 'plan_cleared'
  | 'plan_not_live'
  | 'plan_not_started'
  | 'plan_ended'
  | 'no_stock';

/** Every reason why promoters cannot earn on it now, the weightiest first. Unknown states are no reason by themselves. */
export function promotableReasons(product: ProductRow, now: Unix): PromotableReason[] {
  const reasons: PromotableReason[] = [];
  if (product.not_seen_since !== null) reasons.push('not_seen');
  if (product.product_status !== null && product.product_status !== ON_SALE) reasons.push('off_sale');
  if (product.plan_status === 5) reasons.push('plan_cleared');
  else if (product.plan_status !== null && product.plan_status !== PLAN_LIVE) reasons.push('plan_not_live');
  if (product.plan_start_at !== null && product.plan_start_at > now) reasons.push('plan_not_started');
  if (product.plan_end_at !== null && product.plan_end_at <= now) reasons.push('plan_ended');
  if (product.stock === 0) reasons.push('no_stock');
  return reasons;
}

/** Civil days until a plan's last day, 0 on the day itself; null when it is more than a week away or there is none. */
export function planDaysLeft(product: Pick<ProductRow, 'plan_end_at'>, now: Unix): number | null {
  if (product.plan_end_at === null || product.plan_end_at <= now) return null;
  const days = (startOfDay(dayOf(product.plan_end_at))! - startOfDay(dayOf(now))!) / DAY_SECONDS;
  return days <= 7 ? days : null;
}
