import type { ListingRow } from '../../../shared/contract/listing.ts';
import { PARTNERSHIP_STATUS, PLAN_TYPE } from '../../../shared/status.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { ON_SALE, PLAN_LIVE, type PlanState } from '../product/promotable.ts';

export type Warning = ListingRow['warnings'][number];

/** How long before its end a plan is worth a word to staff. */
const ENDING_SECONDS = 7 * DAY_SECONDS;

export interface Offer extends PlanState {
  plan_type: number;
  stock: number | null;
  /** Partnership state of the shop; null where we do not know the shop. */
  shop_status: number | null;
}

/** What is wrong with a listed product at `now` (Unix seconds), the weightiest first. */
export function warningsOf(offer: Offer, now: number): Warning[] {
  const warnings: Warning[] = [];
  const end = offer.plan_end_at || null;
  if (offer.not_seen_since !== null) warnings.push('not_seen');
  // An institution's plan sells through that institution, whatever our own partnership with the shop is.
  const ownPlan = offer.plan_type === PLAN_TYPE.shop_targeted || offer.plan_type === PLAN_TYPE.shop_public;
  if (ownPlan && offer.shop_status === PARTNERSHIP_STATUS.ended) warnings.push('partnership_ended');
  if (offer.product_status !== ON_SALE) warnings.push('off_sale');
  if (offer.plan_status !== PLAN_LIVE) warnings.push('plan_not_live');
  if ((offer.plan_start_at ?? 0) > now) warnings.push('plan_not_started');
  if (end !== null && end <= now) warnings.push('plan_ended');
  else if (end !== null && end - now < ENDING_SECONDS) warnings.push('plan_ending');
  if (offer.stock === 0) warnings.push('no_stock');
  return warnings;
}

/** The warnings that keep promoters from earning now; an ending plan still sells. */
export function blocking(warnings: readonly Warning[]): Warning[] {
  return warnings.filter((warning) => warning !== 'plan_ending');
}
