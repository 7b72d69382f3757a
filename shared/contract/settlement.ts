import { z } from 'zod';
import type { Channel } from '../channel.ts';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Unix } from '../time.ts';
import { period } from './paging.ts';
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
  /** SHA-256 over the lines, hex. */
  hash: string;
}

interface GroupSums {
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

export interface SettlementPeriod {
  totals: SettlementTotals;
  state: 'open' | 'closed';
  closed_at: Unix | null;
  closed_by: string | null;
  known_as_of: Unix | null;
  merchants: MerchantSum[];
  promoters: PromoterSum[];
  channels: ChannelSum[];
  /** Estimates of rows paid in the period and not yet settled. */
  unsettled: GroupSums;
  checks: {
    /** Rows settled (status 100) without a settlement time: in no period. */
    settled_without_time: number;
    /** Institution pays, but no rule says how much. */
    owed_without_rule: number;
    /** Gross less platform fee differs from net on a plain talent sale. */
    identity_differences: number;
    quarantined: number;
    /** Rows of the closed period whose figures changed since. */
    changed_since_close: number;
  };
}

export interface SplitRule {
  rule_id: number;
  /** Null: every promoter, every product. */
  promoter_appid: string | null;
  product_id: string | null;
  ratio_ppm: Ppm;
  from_day: string;
  set_by: string;
  set_at: Unix;
}

export const settlementRoutes = {
  'settlement.periods': route<
    { period: string; state: 'open' | 'closed'; rows: number; service_amount_fen: Fen; closed_at: Unix | null }[]
  >()(z.object({})),
  'settlement.period': route<SettlementPeriod>()(z.object({ period })),
  /** Freezes the lines of a month that is over. */
  'settlement.close': route<SettlementPeriod>()(z.object({ period })),
  'settlement.rules': route<SplitRule[]>()(z.object({})),
  'settlement.set_default_rule': route<SplitRule>()(
    z.object({ ratio_ppm: z.number().int().min(0).max(1_000_000), from_day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  ),
};
