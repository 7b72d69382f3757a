import { z } from 'zod';
import type { Channel } from '../channel.ts';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { type Page, pageInput, period } from './paging.ts';
import { route } from './route.ts';

/** Totals of a period: commission orders settled (status 100) in that month of UTC+8. */
export interface SettlementTotals {
  period: string;
  rows: number;
  orders: number;
  actual_payment_fen: Fen;
  service_amount_fen: Fen;
  platform_amount_fen: Fen;
  /** Paid to promoters by the platform; already outside service_amount_fen. */
  promoter_platform_fen: Fen;
  /** Owed to promoters by the institution, by our own dated rule. */
  promoter_owed_fen: Fen;
  /** service_amount_fen less promoter_owed_fen. */
  net_fen: Fen;
  /** Rows paid in the month and not yet settled; shown beside, never mixed in. */
  unsettled_rows: number;
  /** Lines that correct closed months; their amounts stand in `SettlementPeriod.adjustments`, not in the sums above. */
  adjustment_rows: number;
  adjustment_service_fen: Fen;
  adjustment_owed_fen: Fen;
  adjustment_net_fen: Fen;
  /** SHA-256 over the lines, sales and adjustments, hex. */
  hash: string;
}

export interface GroupSums {
  rows: number;
  orders: number;
  actual_payment_fen: Fen;
  service_amount_fen: Fen;
  platform_amount_fen: Fen;
  promoter_platform_fen: Fen;
  promoter_owed_fen: Fen;
  net_fen: Fen;
}

export interface MerchantSum extends GroupSums {
  shop_appid: string | null;
  shop_name: string | null;
}
export interface PromoterSum extends GroupSums {
  promoter_appid: string | null;
  promoter_name: string | null;
  payer: number | null;
}
export interface ChannelSum extends GroupSums {
  channel: Channel;
}

/** What closing a month looks at. `blocks`: it cannot be closed; `asks`: somebody should decide first. */
export const CLOSE_CHECKS = [
  'month_over',
  'read_to_end',
  'hours_complete',
  'quarantine_empty',
  'settled_without_time',
  'owed_without_rule',
  'differences_reviewed',
  'holds_decided',
  'refunds_decided',
  'identities_hold',
] as const;
export type CloseCheck = (typeof CLOSE_CHECKS)[number];

export interface ChecklistLine {
  check: CloseCheck;
  state: 'ok' | 'asks' | 'blocks';
  /** How many hours, keys or rows are concerned; 0 when the check is ok. */
  count: number;
  /** Fen they amount to; null where it has no money. */
  amount_fen: Fen | null;
}

/** One closing of a month, the present one or one that was reopened. */
export interface Closing {
  closing_id: number;
  period: string;
  number: number;
  closed_at: Unix;
  closed_by: string;
  known_as_of: Unix | null;
  totals: SettlementTotals;
  checklist: ChecklistLine[];
  hash: string;
  reopened: { at: Unix; by: string; reason: string } | null;
}

/** Why a closed line is corrected. */
export const ADJUSTMENT_REASONS = ['refund', 'late', 'changed', 'restored'] as const;
export type AdjustmentReason = (typeof ADJUSTMENT_REASONS)[number];

/** What became known of a closed month: the difference to what was booked, never the closed line itself. */
export interface AdjustmentRow {
  order_id: string;
  sku_id: string;
  adjusts_period: string;
  reason: AdjustmentReason;
  shop_appid: string | null;
  shop_name: string | null;
  product_title: string | null;
  promoter_appid: string | null;
  promoter_name: string | null;
  actual_payment_fen: Fen;
  service_amount_fen: Fen;
  promoter_owed_fen: Fen;
  net_fen: Fen;
  /** Platform time since which the row stands as it does; null where the books do not say. */
  known_at: Unix | null;
}

export interface SettlementPeriod {
  totals: SettlementTotals;
  state: 'open' | 'closed' | 'reopened';
  closed_at: Unix | null;
  closed_by: string | null;
  known_as_of: Unix | null;
  merchants: MerchantSum[];
  promoters: PromoterSum[];
  channels: ChannelSum[];
  /** Estimates of rows paid in the period and not yet settled. */
  unsettled: GroupSums;
  /** Lines that correct closed months: of an open month those that would be frozen with it now. */
  adjustments: GroupSums;
  checklist: ChecklistLine[];
  checks: {
    /** Rows settled (status 100) without a settlement time: in no period. */
    settled_without_time: number;
    /** Institution pays, but no rule says how much. */
    owed_without_rule: number;
    /** Gross less platform fee differs from net on a plain talent sale. */
    identity_differences: number;
    quarantined: number;
    /** Rows of the closed period whose figures changed since; they wait for the next closing. */
    changed_since_close: number;
  };
  closings: Closing[];
}

export interface PeriodSummary {
  period: string;
  state: SettlementPeriod['state'];
  rows: number;
  service_amount_fen: Fen;
  closed_at: Unix | null;
}

const reason = z.string().trim().min(1).max(500);

export const settlementRoutes = {
  'settlement.periods': route<PeriodSummary[]>()(z.object({})),
  'settlement.period': route<SettlementPeriod>()(z.object({ period })),
  'settlement.adjustments': route<Page<AdjustmentRow>>()(z.object({ period, ...pageInput })),
  /**
   * Freezes the lines of a month that is over; a job whose result is the `Closing`. `despite` names the checks that ask
   * and that the person has seen; others that ask refuse with `period.checks_open`.
   */
  'settlement.close': route<{ job_id: string }>()(
    z.object({ period, despite: z.array(z.enum(CLOSE_CHECKS)).max(CLOSE_CHECKS.length).default([]) }),
  ),
  /** Opens a closed month again; both versions are kept. Refused with `period.later_closed` while a later month counts on it. */
  'settlement.reopen': route<Closing>()(z.object({ period, reason })),
};
