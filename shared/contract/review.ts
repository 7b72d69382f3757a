import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { orderFilter, type ReviewState } from './order-filter.ts';
import { id } from './paging.ts';
import { route } from './route.ts';

/** Typed reasons of a hold and of an exclusion; `rule_*` are given by the rules that hold automatically. */
export const HOLD_REASONS = ['difference', 'refund_open', 'self_purchase', 'rate_jump', 'merchant', 'other'] as const;
export const EXCLUDE_REASONS = ['self_purchase', 'fraud', 'duplicate', 'not_ours', 'agreed', 'other'] as const;
export const RULE_REASONS = ['rule_difference', 'rule_refund_open', 'rule_self_purchase', 'rule_rate_jump'] as const;
export const REVIEW_REASONS = [...new Set([...HOLD_REASONS, ...EXCLUDE_REASONS, ...RULE_REASONS])] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** 通过, 挂起, 排除, back to 待审. */
export const REVIEW_ACTIONS = ['approve', 'hold', 'exclude', 'reopen'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

const key = z.object({ order_id: id, sku_id: id });

/** The commission orders an act is for: named, or all rows of a filter as they stand now. */
export const reviewTarget = z.union([
  z.object({ keys: z.array(key).min(1).max(20_000) }),
  z.object({ filter: orderFilter }),
]);
export type ReviewTarget = z.infer<typeof reviewTarget>;

const decision = {
  target: reviewTarget,
  action: z.enum(REVIEW_ACTIONS),
  /** Asked for by hold and exclude; must be one of that action's own. */
  reason: z.enum(REVIEW_REASONS).optional(),
  note: z.string().trim().max(2000).optional(),
};

export interface ReviewPreview {
  rows: number;
  /** Rows that would get another state. */
  changing: number;
  /** What the rows are in now. */
  by_state: { state: ReviewState; rows: number }[];
  actual_payment_fen: Fen;
  service_amount_fen: Fen;
  net_fen: Fen;
  /** Rows the two-person rule keeps: this person approved them first. */
  own_proposals: number;
}

export interface ReviewDone {
  /** Null when nothing changed. */
  batch_id: number | null;
  changed: number;
  unchanged: number;
}

/** One act on one commission order, newest first in lists. */
export interface ReviewEvent {
  batch_id: number;
  at: Unix;
  /** Empty for a rule. */
  staff: string;
  action: ReviewAction | 'note' | 'tag' | 'rule' | 'undo';
  /** What was changed, also by an undo. */
  fact: 'decision' | 'tag' | 'note';
  /** JSON: of a decision `{state, reason, note, at, by}` (null: nobody had decided), of tags the list; of a note its text. */
  before: string | null;
  after: string | null;
  reason: ReviewReason | null;
  note: string | null;
  undone: boolean;
}

export interface ReviewBatch {
  batch_id: number;
  at: Unix;
  staff: string;
  action: ReviewEvent['action'];
  rows: number;
  reason: ReviewReason | null;
  note: string | null;
  undone: boolean;
  /** Whether it can still be taken back: nothing later touched the same rows. */
  undoable: boolean;
}

export const reviewRules = z.object({
  /** Hold when the difference is at least so many fen either way; null: never. */
  difference_fen: z.number().int().min(1).max(100_000_000).nullable(),
  /** Hold while a refund is known and the commission is not settled or cancelled. */
  refund_open: z.boolean(),
  /** Hold when one promoter has at least `orders` orders of one buyer within `days` days. */
  self_purchase: z
    .object({ orders: z.number().int().min(2).max(1000), days: z.number().int().min(1).max(90) })
    .nullable(),
  /** Hold when the service fee rate lies so many ppm off the product's rate of the order before; null: never. */
  rate_jump_ppm: z.number().int().min(1000).max(1_000_000).nullable(),
  /** An approval counts when a second person gives it too. */
  two_person: z.boolean(),
});
export type ReviewRules = z.infer<typeof reviewRules>;

export const reviewRoutes = {
  'review.preview': route<ReviewPreview>()(z.object(decision)),
  /** Throws `review.reason_missing`, `review.staff_missing` (two-person rule without a name), `order.unknown`. */
  'review.decide': route<ReviewDone>()(z.object(decision)),
  /** Takes a batch back as a whole, the newest of this person when none is named. Throws `review.nothing_to_undo`, `review.later_decision`. */
  'review.undo': route<ReviewDone>()(z.object({ batch_id: z.number().int().optional() })),
  'review.note': route<ReviewDone>()(z.object({ target: reviewTarget, text: z.string().trim().min(1).max(2000) })),
  'review.remove_note': route<ReviewDone>()(z.object({ note_id: z.number().int() })),
  'review.tag': route<ReviewDone>()(
    z.object({
      target: reviewTarget,
      add: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
      remove: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
    }),
  ),
  'review.tags': route<{ tag: string; rows: number }[]>()(z.object({})),
  'review.batches': route<ReviewBatch[]>()(z.object({ limit: z.number().int().min(1).max(200).default(50) })),
  'review.rules': route<ReviewRules>()(z.object({})),
  /** Sets them and applies them at once to rows nobody decided on. */
  'review.set_rules': route<{ rules: ReviewRules; held: number }>()(reviewRules),
};
