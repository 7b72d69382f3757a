import { z } from 'zod';
import { ALERT_KINDS, type AlertKind } from '../alert-kind.ts';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Unix } from '../time.ts';
import { id, type Page, pageInput } from './paging.ts';
import { type ProductKey, productKey } from './product.ts';
import { route } from './route.ts';

/** How the product stood from `at` on. */
export interface ProductPoint {
  at: Unix;
  price_min_fen: Fen | null;
  price_max_fen: Fen | null;
  stock: number | null;
  service_ratio_ppm: Ppm | null;
}

export interface ProductAlert extends ProductKey {
  alert_id: number;
  kind: AlertKind;
  at: Unix;
  /**
   * Price and exclusive_price in fen ("1990" or "1990-2990"), fee in ppm, stock in pieces; title and picture as they are; of
   * taken_off `after` is the reason: off_sale, plan_not_live or not_seen.
   */
  before: string | null;
  after: string | null;
  /** Of plan_ends: when, and which of the days before it this is. */
  ends_at: Unix | null;
  days: number | null;
  seen_at: Unix | null;
  done_at: Unix | null;
  done_by: string | null;
  /** What it told of is no longer so. */
  ended_at: Unix | null;
  title: string;
  image_url: string | null;
  shop_name: string | null;
  listed: boolean;
}

export const alertSettings = z.object({
  /** Pieces: at so many or fewer the stock is low. */
  stock_low: z.number().int().min(0).max(100_000),
  /** Days before a plan's end on which it is told of. */
  plan_ends_days: z.array(z.number().int().min(1).max(60)).max(5),
  /** Smallest rise of the lowest price, and smallest cut of the fee, that is told of; of what it was, in ppm. */
  price_up_ppm: z.number().int().min(0).max(1_000_000),
  fee_lowered_ppm: z.number().int().min(0).max(1_000_000),
});
export type AlertSettings = z.infer<typeof alertSettings>;

/** One side of a comparison. */
export interface ProductFace {
  title: string;
  image_url: string | null;
  price_min_fen: Fen | null;
  price_max_fen: Fen | null;
  stock: number | null;
}

export const EXCLUSIVE_FIELDS = ['price', 'stock', 'title', 'picture'] as const;
export type ExclusiveField = (typeof EXCLUSIVE_FIELDS)[number];

export const catalogueRoutes = {
  /** How price, stock and fee moved since `from` (Unix seconds), with the point that held there; oldest first. */
  'product.timeline': route<{ points: ProductPoint[] }>()(
    z.object({ product: productKey, from: z.number().int().optional() }),
  ),
  /** The plan's offer beside the product itself, as last read; `base` null while that was never read. */
  'product.compare': route<{
    base: (ProductFace & { read_at: Unix }) | null;
    here: ProductFace & { read_at: Unix };
    differs: ExclusiveField[];
  }>()(productKey),
  /** Alerts, the newest first, and how many of each kind the other conditions leave. */
  'product.alerts': route<Page<ProductAlert> & { counts: { kind: AlertKind; rows: number; unseen: number }[] }>()(
    z.object({
      kind: z.enum(ALERT_KINDS).optional(),
      state: z.enum(['open', 'done', 'ended']).default('open'),
      listed: z.boolean().optional(),
      shop_appid: id.optional(),
      ...pageInput,
    }),
  ),
  'product.mark_alerts': route<{ marked: number }>()(
    z.object({ alert_ids: z.array(z.number().int()).min(1).max(500), as: z.enum(['seen', 'done', 'open']) }),
  ),
  'product.alert_settings': route<AlertSettings>()(z.object({})),
  'product.set_alert_settings': route<AlertSettings>()(alertSettings),
};
