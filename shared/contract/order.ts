import { z } from 'zod';
import type { Channel } from '../channel.ts';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Unix } from '../time.ts';
import { asOf, FACETS, type FacetName, orderFilter, orderSort, type ReviewState, type Role } from './order-filter.ts';
import { id, pageInput } from './paging.ts';
import type { ReviewEvent, ReviewReason } from './review.ts';
import { route } from './route.ts';
import type { SplitScope } from './rule.ts';

export * from './order-filter.ts';

export const orderKey = z.object({ order_id: id, sku_id: id });
export type OrderKey = z.infer<typeof orderKey>;

/** What a reply of the platform says of a commission order. Amounts in fen, rates in ppm. */
export interface ReplyState {
  shop_appid: string | null;
  shop_name: string | null;
  product_id: string | null;
  product_title: string | null;
  thumb_url: string | null;
  product_count: number | null;
  channel: Channel;
  /** `promotion_info.channel_type`: what the promoter spread; raw. */
  promotion_type: number | null;
  /** The account that was spread: channels_account, official_account, talent, or `unknown:<field>`. */
  source: string | null;
  source_name: string | null;
  promoter_appid: string | null;
  promoter_name: string | null;
  promoter_ratio_ppm: Ppm | null;
  promoter_amount_fen: Fen | null;
  talent_appid: string | null;
  talent_name: string | null;
  talent_amount_fen: Fen | null;
  /** `talent_appid`, else `finder:<openfinderid>`, else `name:<nickname>`. */
  talent_key: string | null;
  /** The fee of the promoter institution (推客机构) in the chain. */
  agency_appid: string | null;
  agency_amount_fen: Fen | null;
  /** What was handed on to the reselling institution (帮卖机构). */
  sub_agency_appid: string | null;
  sub_agency_amount_fen: Fen | null;
  /** Buyer's union id or open id; it only tells buyers apart. */
  buyer_id: string | null;
  /** 1 where ids say that the buyer is the promoter. */
  self_purchase: 0 | 1;
  order_status: number | null;
  commission_status: number | null;
  actual_payment_fen: Fen | null;
  service_ratio_ppm: Ppm | null;
  /** Net service fee the institution keeps; estimated until the commission is settled. */
  service_amount_fen: Fen | null;
  /** Gross, before the platform's fee. */
  service_total_fen: Fen | null;
  platform_amount_fen: Fen | null;
  created_at: Unix | null;
  updated_at: Unix | null;
  paid_at: Unix | null;
  settled_at: Unix | null;
}

/** What follows from the replies, the institution's dated rules and its place in the chain. */
export interface OrderFigures {
  /** The one plan the product had at this rate when the order was read; null when it cannot be told. */
  plan_type: number | null;
  role: Role;
  /** 1: refunded wholly or in part after payment. */
  refunded: 0 | 1;
  /** Update time of the state in which the refund was first seen. */
  refunded_at: Unix | null;
  /** The largest payment seen. */
  peak_payment_fen: Fen | null;
  /** What the service fee should be by the documented identities; null where they say nothing. */
  expected_fen: Fen | null;
  /** `service_amount_fen` less `expected_fen`. */
  difference_fen: Fen | null;
  /** What the institution owes the promoter by its own rule; 0 where the platform pays. */
  owed_fen: Fen | null;
  /** `service_amount_fen` less `owed_fen`. */
  net_fen: Fen | null;
}

/** What the books say of a commission order (佣金单); identity is (order_id, sku_id). */
export interface OrderState extends ReplyState, OrderFigures {
  order_id: string;
  sku_id: string;
  /** How many different states were seen. */
  versions: number;
  first_seen_at: Unix;
  last_read_at: Unix;
}

/** A row of the orders page: the state and what staff said of it. */
export interface OrderRow extends OrderState {
  review_state: ReviewState;
  review_reason: ReviewReason | null;
  tags: string[];
  /** How many notes stand. */
  notes: number;
}

export interface OrderTotals {
  rows: number;
  /** Distinct order ids. */
  orders: number;
  paid_rows: number;
  differing_rows: number;
  actual_payment_fen: Fen;
  service_total_fen: Fen;
  platform_amount_fen: Fen;
  service_amount_fen: Fen;
  promoter_amount_fen: Fen;
  owed_fen: Fen;
  net_fen: Fen;
  difference_fen: Fen;
  /** True while rows' own figures are being worked out anew after a rule changed. */
  deriving: boolean;
}

/** One value of a facet. `true`/`false` of the yes-or-no facets; null: rows without a value. */
export interface FacetValue {
  value: string | number | boolean | null;
  /** Newest name of a shop, product, promoter or talent. */
  label: string | null;
  rows: number;
}

/**
 * How many rows each value has, every facet counted without its own condition so that the others stay in view; most
 * rows first, at most `FACET_VALUES` values. Only the facets asked for are there.
 */
export type OrderFacets = { [Name in FacetName]?: { values: FacetValue[]; more: number } };
export const FACET_VALUES = 200;

export interface OrderVersion {
  seq: number;
  /** When we read it (platform time). */
  seen_at: Unix;
  updated_at: Unix | null;
  order_status: number | null;
  commission_status: number | null;
  actual_payment_fen: Fen | null;
  service_amount_fen: Fen | null;
  platform_amount_fen: Fen | null;
  promoter_amount_fen: Fen | null;
  settled_at: Unix | null;
  /** Dotted paths of the reply that differ from the version before, with both values as JSON text. */
  changes: { path: string; before: string | null; after: string | null }[];
  /** The reply as it came, ids exact to the last digit. */
  raw: string;
}

/** One party of the money chain: 商家, 带货机构, 帮卖机构, 达人, 推客机构, 推客, 平台. */
export interface ChainParty {
  party: 'shop' | 'institution' | 'reseller' | 'talent' | 'promoter_agency' | 'promoter' | 'platform';
  appid: string | null;
  name: string | null;
  /** What the party was handed in all; null when the platform does not say. */
  total_fen: Fen | null;
  /** What it keeps of that, where it follows. */
  net_fen: Fen | null;
  ratio_ppm: Ppm | null;
  /** The viewing institution itself. */
  own: boolean;
}

/** An identity of the chain and whether it holds: `open` when the platform does not state what it needs. */
export interface ChainCheck {
  check: 'gross_of_rate' | 'fee_of_gross' | 'net_of_gross' | 'agency_net' | 'promoter_of_rate' | 'owed_of_rule';
  state: 'holds' | 'differs' | 'open';
  /** What the identity gives, and what the platform states (fen). */
  expected_fen: Fen | null;
  stated_fen: Fen | null;
}

/** Why the promoter is owed what they are owed. */
export interface RuleExplanation {
  /** Who pays: 0 the platform, 1 the institution, null nobody. */
  payer: number | null;
  /** What of our dated rules was looked at, narrowest first; the first one in force applies. */
  rules: {
    scope: SplitScope;
    /** What follows is null where no rule of the scope is in force on the day. */
    rule_id: number | null;
    ratio_ppm: Ppm | null;
    from_day: string | null;
    /** Null also for a rule that holds until another follows. */
    to_day: string | null;
    source: string | null;
    checked_on: string | null;
    applies: boolean;
  }[];
  base_fen: Fen | null;
  /** The closed month that has the row, and the rule its line was frozen with: later rules do not touch it. */
  frozen: { period: string; rule: string | null } | null;
}

export interface OrderNote {
  note_id: number;
  text: string;
  written_at: Unix;
  written_by: string;
}

export interface OrderPage {
  order: OrderRow;
  versions: OrderVersion[];
  /** Other commission orders of the same order. */
  siblings: OrderRow[];
  quarantine: { reason: string; since: Unix; tries: number } | null;
  chain: ChainParty[];
  checks: ChainCheck[];
  rule: RuleExplanation;
  /** Newest first. */
  notes: OrderNote[];
  /** Decisions, tags and notes as they came, newest first. */
  events: ReviewEvent[];
}

export const orderExportFormat = z.enum(['csv', 'xlsx', 'json']);
export type OrderExportFormat = z.infer<typeof orderExportFormat>;

export const orderRoutes = {
  /**
   * One keyset page. `cursor` with `towards`: rows behind it (`next`) or before it (`previous`), in the order of the
   * sort either way; without a cursor `previous` gives the last page. Rows without a value on the sorted column come
   * after all others.
   */
  'order.page': route<{ rows: OrderRow[]; next_cursor: string | null; previous_cursor: string | null }>()(
    z.object({
      filter: orderFilter,
      sort: orderSort.prefault({}),
      as_of: asOf.optional(),
      towards: z.enum(['next', 'previous']).default('next'),
      ...pageInput,
    }),
  ),
  'order.totals': route<OrderTotals>()(z.object({ filter: orderFilter, as_of: asOf.optional() })),
  'order.facets': route<OrderFacets>()(
    z.object({
      filter: orderFilter,
      as_of: asOf.optional(),
      of: z
        .array(z.enum(FACETS))
        .max(20)
        .default([...FACETS]),
    }),
  ),
  /** Throws `order.unknown`, also when it was not known yet at `as_of`. */
  'order.get': route<OrderPage>()(orderKey.extend({ as_of: asOf.optional() })),
  /** All rows of the filter in the order of the sort, to one file; a job. */
  'order.export': route<{ job_id: string }>()(
    z.object({
      filter: orderFilter,
      sort: orderSort.optional(),
      as_of: asOf.optional(),
      format: orderExportFormat,
      file: z.string().min(1).max(4000),
    }),
  ),
};
