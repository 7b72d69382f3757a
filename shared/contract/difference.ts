import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { id, type Page, pageInput, period } from './paging.ts';
import { route } from './route.ts';
import type { Rounding } from './rule.ts';

/**
 * Which amount of a commission order is compared: the net service fee; the gross fee by its rate; the platform's fee
 * by the gross; the promoter's amount by his rate; the net as what the stated parts leave of the stated whole.
 */
export const COMPARED = ['service_amount', 'gross', 'platform_fee', 'promoter', 'parts'] as const;
export type Compared = (typeof COMPARED)[number];

/** Why the platform's figure and ours differ. */
export const DIFFERENCE_REASONS = [
  'rounding',
  'partial_refund',
  'fee_appeared',
  'role',
  'rule_changed',
  'unexplained',
] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

/** What the platform's figure follows from, where something is found that gives it to the fen. */
export const BECAUSE = [
  /** The gross fee, the platform's fee or the promoter's amount, rounded in another way. */
  'gross_rounded',
  'fee_rounded',
  'promoter_rounded',
  /** The payment before a part of it was refunded. */
  'payment_before',
  /** The amount as it stood before the refund. */
  'amount_before',
  /** A payment between that of now and the largest there was. */
  'payment_between',
  /** The platform's fee is stated and not taken off, or taken off and not stated, or another one was stated before. */
  'fee_not_taken',
  'fee_not_stated',
  'fee_before',
  /** Another role of the institution in the chain. */
  'other_role',
  /** The rate of an earlier state, of a plan of the product, or one that a plan had. */
  'rate_before',
  'rate_of_plan',
  /** The platform's fee by the rate of a rule of ours. */
  'fee_by_rule',
  'nothing',
] as const;

/** Amounts end in `_fen`, rates in `_ppm`; the others are words of the contract or codes of the platform. */
export interface Because {
  text: (typeof BECAUSE)[number];
  params: Record<string, string | number>;
}

export const ACCEPT_REASONS = ['rounding', 'agreed', 'platform_error', 'small', 'other'] as const;
export type AcceptReason = (typeof ACCEPT_REASONS)[number];

export interface DifferenceRow {
  order_id: string;
  sku_id: string;
  of: Compared;
  shop_appid: string | null;
  shop_name: string | null;
  product_title: string | null;
  promoter_appid: string | null;
  promoter_name: string | null;
  settled_at: Unix | null;
  ours_fen: Fen;
  platform_fen: Fen;
  /** Platform's less ours. */
  difference_fen: Fen;
  reason: DifferenceReason;
  because: Because;
  accepted: { reason: AcceptReason; note: string; by: string; at: Unix } | null;
}

/** How the platform rounded in a period, as far as its amounts tell. */
export interface RoundingFinding {
  /** Gross service fee, platform's fee, talent's or promoter's amount. */
  of: 'gross' | 'platform_fee' | 'talent' | 'promoter';
  /** Rows that were looked at; of a talent's amount a sample, because its rate stands in the raw reply alone. */
  looked_rows: number;
  sample: boolean;
  /** Rows whose exact product is no whole fen, so that they tell something. */
  telling_rows: number;
  /** How many of these each way of rounding explains. */
  explained: Record<Rounding, number>;
  /** The way that explains most, of equal ones the first; null without telling rows. */
  inferred: Rounding | null;
  /** Telling rows it leaves unexplained, and the fen (absolute) they lie beside it. */
  left_rows: number;
  left_fen: Fen;
  /** The rule in force on the last day; null when nobody set one. */
  ruled: Rounding | null;
}

/** Rows for which an amount is what it should be, is not, or of which the reply does not state enough. */
export interface IdentityCount {
  of: Compared;
  holds: number;
  differs: number;
  open: number;
  /** Platform's less ours over the rows that differ. */
  difference_fen: Fen;
}

export interface Recomputation {
  /** Null: all commission orders there are. */
  period: string | null;
  rows: number;
  /** Net service fee by the platform and by us, over the rows where both are known. */
  platform_fen: Fen;
  ours_fen: Fen;
  difference_fen: Fen;
  /** Rows of which no figure of ours follows, and the platform's fee of those. */
  without_figure: number;
  without_figure_fen: Fen;
  /** Differences of the net service fee by reason; reasons without rows are left out. */
  reasons: {
    reason: DifferenceReason;
    rows: number;
    difference_fen: Fen;
    /** Sum of the absolute differences: what must be explained. */
    absolute_fen: Fen;
    accepted_rows: number;
  }[];
  roundings: RoundingFinding[];
  identities: IdentityCount[];
}

const compared = z.enum(COMPARED).default('service_amount');
/** So many rows are accepted or withdrawn at once. */
export const MOST_ACCEPTED = 5000;

export const differenceRoutes = {
  /** Recomputes a month, or all commission orders when `period` is left out; a job whose result is a `Recomputation`. */
  'difference.recompute': route<{ job_id: string }>()(z.object({ period: period.optional() })),
  /** The same of one month, at once. */
  'difference.summary': route<Recomputation>()(z.object({ period })),
  /** Settled rows of a month that differ, greatest amount first. */
  'difference.page': route<Page<DifferenceRow> & { total_fen: Fen }>()(
    z.object({
      period,
      of: compared,
      reason: z.enum(DIFFERENCE_REASONS).optional(),
      accepted: z.boolean().optional(),
      ...pageInput,
    }),
  ),
  /**
   * Remembers who accepted which difference and why; another amount is open again. `outdated`: rows whose difference is
   * another by now, which are left alone. `other` needs a note.
   */
  'difference.accept': route<{ accepted: number; outdated: number }>()(
    z.object({
      rows: z
        .array(z.object({ order_id: id, sku_id: id, of: compared, difference_fen: z.number().int() }))
        .min(1)
        .max(MOST_ACCEPTED),
      reason: z.enum(ACCEPT_REASONS),
      note: z.string().trim().max(500).default(''),
    }),
  ),
  'difference.withdraw': route<{ withdrawn: number }>()(
    z.object({
      rows: z
        .array(z.object({ order_id: id, sku_id: id, of: compared }))
        .min(1)
        .max(MOST_ACCEPTED),
    }),
  ),
};
