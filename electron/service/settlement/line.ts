import type { OrderState, ReplyState, ReviewState } from '../../../shared/contract/order.ts';
import type { AdjustmentReason } from '../../../shared/contract/settlement.ts';
import type { Fen } from '../../../shared/money.ts';
import { shareOf } from '../../../shared/rate.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import { dayOf, type Period } from '../../../shared/time.ts';
import { cleanText } from './clean-text.ts';
import type { PayerBook } from './payer.ts';
import { type RuleBook, ruleText } from './split-rule.ts';

/** The columns of a commission order that settlement looks at. */
export type SettlementRow = Omit<
  ReplyState,
  | 'thumb_url'
  | 'product_count'
  | 'promotion_type'
  | 'source'
  | 'source_name'
  | 'talent_amount_fen'
  | 'talent_key'
  | 'agency_appid'
  | 'sub_agency_appid'
  | 'buyer_id'
  | 'self_purchase'
> &
  Pick<OrderState, 'order_id' | 'sku_id' | 'versions'> & {
    /** What staff or a rule decided; left out, nobody did. */
    review_state?: ReviewState;
  };

/** Why the institution does not pay a share it would owe by its rule. */
export type Withheld = 'held' | 'excluded' | 'refunded';

/** One commission order as it is settled. Absent amounts stay null here and count as 0 in sums. */
export interface SettlementLine extends Omit<SettlementRow, 'promoter_amount_fen' | 'versions' | 'review_state'> {
  /** Who pays the promoter: 0 the platform, 1 the institution, null nobody. */
  promoter_payer: number | null;
  promoter_platform_fen: Fen | null;
  promoter_owed_fen: Fen | null;
  /** The rule of our own the share was computed by, in words. */
  rule: string | null;
  net_fen: Fen | null;
  /** How many states of the commission order had been seen; differs between two desks that read at other times. */
  version: number;
  /** A sale belongs to its own month; an adjustment corrects a closed one, and its amounts are differences. */
  kind: 'sale' | 'adjustment';
  adjusts_period: Period | null;
  adjustment_reason: AdjustmentReason | null;
  withheld: Withheld | null;
}

/** The dated facts beside the rows: nothing else decides a line. */
export interface SettlementContext {
  rules: RuleBook;
  payers: PayerBook;
}

/** What of a commission order the promoter's share follows from. */
type ShareRow = Pick<
  SettlementRow,
  | 'promoter_appid'
  | 'promoter_ratio_ppm'
  | 'promoter_amount_fen'
  | 'product_id'
  | 'agency_amount_fen'
  | 'service_amount_fen'
  | 'created_at'
  | 'paid_at'
  | 'settled_at'
>;

type PromoterShare = Pick<
  SettlementLine,
  'promoter_payer' | 'promoter_ratio_ppm' | 'promoter_platform_fen' | 'promoter_owed_fen' | 'rule'
>;

/** The rule a closed line was computed by: it holds for that line however rules change afterwards. */
export type FrozenShare = Pick<SettlementLine, 'promoter_appid' | 'promoter_payer' | 'promoter_ratio_ppm' | 'rule'>;

const NOBODY: PromoterShare = {
  promoter_payer: null,
  promoter_ratio_ppm: null,
  promoter_platform_fen: null,
  promoter_owed_fen: null,
  rule: null,
};

/** `frozen` is the share of the line that was closed before, for what became of it since. */
export function settlementLine(
  row: SettlementRow,
  context: SettlementContext,
  frozen: FrozenShare | null = null,
): SettlementLine {
  const withheld = withheldBy(row.review_state);
  const whole =
    frozen !== null && frozen.promoter_appid === cleanText(row.promoter_appid)
      ? frozenShare(row, frozen)
      : promoterShare(row, context);
  const share = withheld && whole.promoter_owed_fen ? { ...whole, promoter_owed_fen: 0 } : whole;
  const owed = share.promoter_owed_fen;
  const nothingToNet = row.service_amount_fen === null && !owed;
  return {
    order_id: row.order_id,
    sku_id: row.sku_id,
    shop_appid: cleanText(row.shop_appid),
    shop_name: cleanText(row.shop_name),
    product_id: cleanText(row.product_id),
    product_title: cleanText(row.product_title),
    channel: row.channel,
    promoter_appid: cleanText(row.promoter_appid),
    promoter_name: cleanText(row.promoter_name),
    talent_appid: cleanText(row.talent_appid),
    talent_name: cleanText(row.talent_name),
    order_status: row.order_status,
    commission_status: row.commission_status,
    created_at: row.created_at,
    paid_at: row.paid_at,
    updated_at: row.updated_at,
    settled_at: row.settled_at,
    actual_payment_fen: row.actual_payment_fen,
    service_ratio_ppm: row.service_ratio_ppm,
    service_total_fen: row.service_total_fen,
    platform_amount_fen: row.platform_amount_fen,
    service_amount_fen: row.service_amount_fen,
    agency_amount_fen: row.agency_amount_fen,
    sub_agency_amount_fen: row.sub_agency_amount_fen,
    ...share,
    net_fen: nothingToNet ? null : (row.service_amount_fen ?? 0) - (owed ?? 0),
    version: row.versions,
    kind: 'sale',
    adjusts_period: null,
    adjustment_reason: null,
    withheld: share === whole ? null : withheld,
  };
}

function withheldBy(state: ReviewState | undefined): Withheld | null {
  return state === 'held' || state === 'excluded' ? state : null;
}

function frozenShare(row: ShareRow, { promoter_payer, promoter_ratio_ppm, rule }: FrozenShare): PromoterShare {
  if (promoter_payer !== SPLIT_PAYER.institution)
    return {
      promoter_payer,
      promoter_ratio_ppm: row.promoter_ratio_ppm,
      promoter_platform_fen: promoter_payer === SPLIT_PAYER.platform ? row.promoter_amount_fen : null,
      promoter_owed_fen: promoter_payer === SPLIT_PAYER.platform ? 0 : null,
      rule,
    };
  return {
    promoter_payer,
    promoter_ratio_ppm,
    promoter_platform_fen: 0,
    promoter_owed_fen: promoter_ratio_ppm === null ? 0 : shareOf(shareBase(row), promoter_ratio_ppm),
    rule,
  };
}

/**
 * Paid by the platform: the share is already outside service_amount. Paid by the institution: the platform pays the
 * institution everything, and our own rule says how much of the promoter's part is owed. One level only.
 */
export function promoterShare(row: ShareRow, { rules, payers }: SettlementContext): PromoterShare {
  if (row.promoter_appid === null) return NOBODY;
  const payer = payers.at(row.promoter_appid, row.created_at) ?? payerByAmount(row.promoter_amount_fen);
  if (payer === SPLIT_PAYER.platform)
    return {
      promoter_payer: payer,
      promoter_ratio_ppm: row.promoter_ratio_ppm,
      promoter_platform_fen: row.promoter_amount_fen,
      promoter_owed_fen: 0,
      rule: null,
    };
  if (payer !== SPLIT_PAYER.institution) return { ...NOBODY, promoter_payer: payer };
  const rule = rules.find(row.promoter_appid, row.product_id, creationDay(row));
  return {
    promoter_payer: payer,
    promoter_ratio_ppm: rule?.ratio_ppm ?? null,
    promoter_platform_fen: 0,
    promoter_owed_fen: rule ? shareOf(shareBase(row), rule.ratio_ppm) : 0,
    rule: rule ? ruleText(rule) : null,
  };
}

/** What a rule of our own takes its part of: the promoter institution's fee, or all the institution was given. */
export function shareBase(row: Pick<ShareRow, 'agency_amount_fen' | 'service_amount_fen'>): Fen {
  return row.agency_amount_fen ?? row.service_amount_fen ?? 0;
}

/** A promoter who is in no directory of ours: an amount at the platform can only have been paid by it. */
function payerByAmount(amount: Fen | null): number | null {
  return amount !== null && amount > 0 ? SPLIT_PAYER.platform : null;
}

/** Day the rules are looked up for; the later times stand in where the platform gave no creation. */
export function creationDay(row: Pick<ShareRow, 'created_at' | 'paid_at' | 'settled_at'>): string | null {
  const at = row.created_at ?? row.paid_at ?? row.settled_at;
  return at === null ? null : dayOf(at);
}
