import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { id, type Page, pageInput, search } from './paging.ts';
import { route } from './route.ts';

/** A cooperating shop with the state of the partnership (合作状态, `PARTNERSHIP_STATUS`). */
export interface PartnershipRow {
  shop_appid: string;
  shop_name: string;
  logo_url: string | null;
  status: number;
  approved_at: Unix | null;
  first_seen_at: Unix;
  status_seen_at: Unix;
  /** Null: still in the platform's last answer. */
  not_seen_since: Unix | null;
  /** GMV of cooperation sales as the platform says, fen. */
  gmv_fen: Fen | null;
  settled_fen: Fen | null;
  unsettled_fen: Fen | null;
  product_count: number | null;
  /** A decision made here that the platform has not confirmed yet. */
  pending_decision: 'accept' | 'refuse' | null;
}

export interface PartnershipDecision {
  decided_at: Unix;
  staff: string;
  decision: 'accept' | 'refuse';
  note: string;
  /** `verified`: re-reading the shop showed the new state. `console`: to be done in the platform's console. */
  outcome: 'verified' | 'unverified' | 'console' | 'failed';
  error_code: string | null;
}

/** What our own books tell of working with a shop; amounts in fen. */
export interface ShopHistory {
  rows: number;
  paid_rows: number;
  refunded_rows: number;
  settled_rows: number;
  cancelled_rows: number;
  actual_payment_fen: Fen;
  service_amount_fen: Fen;
  /** Whole days from payment to settlement: of half, and of nine in ten, of the settled orders. */
  settle_days: { median: number; nine_of_ten: number } | null;
  channels: { channel: string; rows: number; service_amount_fen: Fen }[];
  /** Service fees lowered in the last 180 days. */
  fees_lowered: number;
}

export interface PartnershipCard extends PartnershipRow {
  product_count_today: number | null;
  sold_product_count_today: number | null;
  states: { status: number; seen_at: Unix }[];
  decisions: PartnershipDecision[];
  accounts: { account_id: string; name: string; type: number }[];
  history: ShopHistory;
  promotable_products: number;
}

export const partnershipRoutes = {
  'partnership.list': route<Page<PartnershipRow> & { by_status: { status: number; rows: number }[] }>()(
    z.object({ status: z.number().int().optional(), search: search.optional(), ...pageInput }),
  ),
  'partnership.get': route<PartnershipCard>()(z.object({ shop_appid: id })),
  /**
   * Accepts or refuses an open invitation at the platform and verifies it by reading the shop again. Where the
   * platform gives no permission (48001), `outcome` is `console` and `console_url` is the page to do it by hand.
   */
  'partnership.decide': route<{
    outcome: PartnershipDecision['outcome'];
    status: number;
    console_url: string | null;
  }>()(
    z.object({ shop_appid: id, decision: z.enum(['accept', 'refuse']), note: z.string().trim().max(1000).default('') }),
  ),
};
