import { z } from 'zod';
import type { Channel } from '../channel.ts';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Unix } from '../time.ts';
import { day, id, pageInput, search } from './paging.ts';
import { route } from './route.ts';

/** The time axis a date range, a sort or a report speaks of. */
export const AXES = ['created', 'paid', 'updated', 'settled'] as const;
export type Axis = (typeof AXES)[number];

export const orderFilter = z.object({
  channel: z
    .array(z.string().regex(/^(promoter|talent|unknown:-?\d+)$/))
    .max(20)
    .optional(),
  order_status: z.array(z.number().int()).max(40).optional(),
  commission_status: z.array(z.number().int()).max(40).optional(),
  shop_appid: z.array(id).max(500).optional(),
  promoter_appid: z.array(id).max(500).optional(),
  product_id: z.array(id).max(500).optional(),
  /** A whole order id, or its beginning or end (4 characters and more). */
  order_id: search.min(4).optional(),
  axis: z.enum(AXES).default('created'),
  /** Civil days in UTC+8, both included. */
  from: day.optional(),
  to: day.optional(),
});
export type OrderFilter = z.infer<typeof orderFilter>;

export const orderSort = z.object({
  by: z
    .enum(['created_at', 'paid_at', 'updated_at', 'settled_at', 'actual_payment_fen', 'service_amount_fen'])
    .default('created_at'),
  direction: z.enum(['asc', 'desc']).default('desc'),
});
export type OrderSort = z.infer<typeof orderSort>;

export const orderKey = z.object({ order_id: id, sku_id: id });

/** The current state of a commission order (佣金单); identity is (order_id, sku_id). */
export interface OrderRow {
  order_id: string;
  sku_id: string;
  shop_appid: string | null;
  shop_name: string | null;
  product_id: string | null;
  product_title: string | null;
  thumb_url: string | null;
  product_count: number | null;
  channel: Channel;
  /** `promotion_info.channel_type`: what the promoter spread; raw. */
  promotion_type: number | null;
  promoter_appid: string | null;
  promoter_name: string | null;
  promoter_ratio_ppm: Ppm | null;
  promoter_amount_fen: Fen | null;
  talent_appid: string | null;
  talent_name: string | null;
  talent_amount_fen: Fen | null;
  /** The fee of the promoter institution (推客机构) in the chain. */
  agency_appid: string | null;
  agency_amount_fen: Fen | null;
  /** What was handed on to the reselling institution (帮卖机构). */
  sub_agency_appid: string | null;
  sub_agency_amount_fen: Fen | null;
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
  /** How many different states were seen. */
  versions: number;
  first_seen_at: Unix;
  last_read_at: Unix;
}

export interface OrderTotals {
  rows: number;
  /** Distinct order ids. */
  orders: number;
  paid_rows: number;
  actual_payment_fen: Fen;
  service_total_fen: Fen;
  platform_amount_fen: Fen;
  service_amount_fen: Fen;
  promoter_amount_fen: Fen;
}

export interface OrderFacets {
  channel: { value: Channel; rows: number }[];
  order_status: { value: number | null; rows: number }[];
  commission_status: { value: number | null; rows: number }[];
}

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

export interface OrderPage {
  order: OrderRow;
  versions: OrderVersion[];
  /** Other commission orders of the same order. */
  siblings: OrderRow[];
  quarantine: { reason: string; since: Unix; tries: number } | null;
}

export const orderExportFormat = z.enum(['csv', 'xlsx', 'json']);
export type OrderExportFormat = z.infer<typeof orderExportFormat>;

export const orderRoutes = {
  'order.page': route<{ rows: OrderRow[]; next_cursor: string | null }>()(
    z.object({ filter: orderFilter, sort: orderSort.prefault({}), ...pageInput }),
  ),
  'order.totals': route<OrderTotals>()(z.object({ filter: orderFilter })),
  'order.facets': route<OrderFacets>()(z.object({ filter: orderFilter })),
  'order.get': route<OrderPage>()(orderKey),
  /** All rows of the filter, to one file; a job. */
  'order.export': route<{ job_id: string }>()(
    z.object({ filter: orderFilter, format: orderExportFormat, file: z.string().min(1).max(4000) }),
  ),
};
