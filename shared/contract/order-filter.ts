import { z } from 'zod';
import { day, id } from './paging.ts';

/** The time axis a date range, a sort or a report speaks of. `known` is when we first read the commission order. */
export const AXES = ['created', 'paid', 'updated', 'settled', 'known'] as const;
export type Axis = (typeof AXES)[number];

/** The institution's place in the chain: 带货机构, 帮卖机构, 推客机构, 带货机构 and 推客机构 at once, or it cannot be told. */
export const ROLES = ['head', 'reseller', 'promoter_agency', 'both', 'unknown'] as const;
export type Role = (typeof ROLES)[number];

/**
 * State of review: 待审, 待复核 (approved by one of two), 已通过, 挂起, 排除. A commission order nobody decided on is open.
 */
export const REVIEW_STATES = ['open', 'proposed', 'approved', 'held', 'excluded'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** So many order ids may be pasted at once. */
export const MOST_ORDER_IDS = 20_000;

const fen = z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
const ppm = z.number().int().min(0).max(1_000_000);
const code = z.number().int().min(-1_000_000).max(1_000_000);
const yes = z.boolean();
const seconds = z.number().int().min(-4_102_444_800).max(4_102_444_800);
/** Null stands for rows that have none. */
const ids = z.array(id.nullable()).max(500);

/** Every condition of the orders page; those given must all hold, of a list any one. */
export const orderFilter = z.object({
  channel: z
    .array(z.string().regex(/^(promoter|talent|unknown:-?\d+)$/))
    .max(20)
    .optional(),
  /** The account the promoter spread (推广来源): channels_account, official_account, talent, `unknown:<field>`, null. */
  source: z.array(z.string().min(1).max(80).nullable()).max(40).optional(),
  order_status: z.array(code.nullable()).max(40).optional(),
  commission_status: z.array(code.nullable()).max(40).optional(),
  shop_appid: ids.optional(),
  product_id: ids.optional(),
  plan_type: z.array(code.nullable()).max(20).optional(),
  promoter_appid: ids.optional(),
  /** `talent_key` of the rows: an AppID, `finder:<id>` or `name:<nickname>`. */
  talent_key: z.array(z.string().min(1).max(200).nullable()).max(500).optional(),
  role: z.array(z.enum(ROLES)).max(5).optional(),
  review_state: z.array(z.enum(REVIEW_STATES)).max(5).optional(),
  /** Any of the tags. */
  tag: z.array(z.string().trim().min(1).max(40)).max(50).optional(),
  /** Bounds included, fen: the amount commissions are computed on. */
  payment_min: fen.optional(),
  payment_max: fen.optional(),
  /** Bounds included, fen: the net service fee. */
  service_min: fen.optional(),
  service_max: fen.optional(),
  /** Bounds included, ppm: the service fee rate. */
  ratio_min: ppm.optional(),
  ratio_max: ppm.optional(),
  /** The platform's service fee differs from ours. */
  has_difference: yes.optional(),
  /** Refunded wholly or in part after payment. */
  has_refund: yes.optional(),
  /** The buyer is the promoter, where ids say so. */
  self_purchase: yes.optional(),
  has_note: yes.optional(),
  /** A whole order id, or its beginning or end (4 characters and more). */
  order_id: z.string().trim().min(4).max(100).optional(),
  /** Whole order ids, pasted. */
  order_ids: z.array(z.string().trim().min(1).max(64)).max(MOST_ORDER_IDS).optional(),
  /** Words that must all be found in names, ids or notes. */
  text: z.string().trim().max(200).optional(),
  /** Bounds included, seconds from creation to our first reading, from payment to settlement, from payment to refund. */
  known_delay_min: seconds.optional(),
  known_delay_max: seconds.optional(),
  settle_delay_min: seconds.optional(),
  settle_delay_max: seconds.optional(),
  refund_delay_min: seconds.optional(),
  refund_delay_max: seconds.optional(),
  /** Bounds included, Unix seconds: when the refund was first seen (`refunded_at`). */
  refunded_min: seconds.optional(),
  refunded_max: seconds.optional(),
  axis: z.enum(AXES).default('created'),
  /** Rows without a time on the axis. */
  undated: yes.optional(),
  /** Civil days in UTC+8, both included. */
  from: day.optional(),
  to: day.optional(),
});
export type OrderFilter = z.infer<typeof orderFilter>;

export const ORDER_SORTS = [
  'created_at',
  'paid_at',
  'updated_at',
  'settled_at',
  'first_seen_at',
  'order_id',
  'shop_name',
  'product_title',
  'channel',
  'source',
  'promoter_name',
  'talent_name',
  'plan_type',
  'role',
  'order_status',
  'commission_status',
  'product_count',
  'actual_payment_fen',
  'service_ratio_ppm',
  'service_total_fen',
  'platform_amount_fen',
  'service_amount_fen',
  'expected_fen',
  'difference_fen',
  'promoter_ratio_ppm',
  'promoter_amount_fen',
  'owed_fen',
  'net_fen',
  'versions',
] as const;
export type OrderSortBy = (typeof ORDER_SORTS)[number];

export const orderSort = z.object({
  by: z.enum(ORDER_SORTS).default('created_at'),
  direction: z.enum(['asc', 'desc']).default('desc'),
});
export type OrderSort = z.infer<typeof orderSort>;

/** A past moment (platform time, Unix seconds): the answer is what was known then. Left out: now. */
export const asOf = z.number().int().min(0).max(4_102_444_800);

/** The facets, by the filter's own words. */
export const FACETS = [
  'channel',
  'source',
  'order_status',
  'commission_status',
  'role',
  'plan_type',
  'shop_appid',
  'product_id',
  'promoter_appid',
  'talent_key',
  'review_state',
  'tag',
  'has_difference',
  'has_refund',
  'self_purchase',
] as const;
export type FacetName = (typeof FACETS)[number];
