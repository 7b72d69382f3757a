import { z } from 'zod';
import { ALERT_KINDS, type AlertKind } from '../alert-kind.ts';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Unix } from '../time.ts';
import { id, type Page, pageInput, search } from './paging.ts';
import { route } from './route.ts';

/** Identity of a promotable product; `head_supplier_appid` is '' for plans of the shop itself. */
export const productKey = z.object({
  shop_appid: id,
  product_id: id,
  plan_type: z.number().int(),
  head_supplier_appid: z.string().max(64),
});
export type ProductKey = z.infer<typeof productKey>;

export interface ProductRow extends ProductKey {
  shop_name: string | null;
  title: string;
  image_url: string | null;
  price_min_fen: Fen | null;
  price_max_fen: Fen | null;
  stock: number | null;
  /** Share of the price that is the institution's service fee. */
  service_ratio_ppm: Ppm | null;
  /** Service fee at the lowest price. */
  service_fee_fen: Fen | null;
  /** `product_info.status`; 5 is on sale. */
  product_status: number | null;
  /** `commission_info.status`; 1 live, 2 delisted, 5 cleared out. */
  plan_status: number | null;
  plan_start_at: Unix | null;
  plan_end_at: Unix | null;
  head_supplier_name: string | null;
  /** On sale, plan live, and now inside the plan's dates. */
  promotable: boolean;
  listed: boolean;
  /** The highest share a promoter has on it: the shelf's default, or a split of somebody's own; null where none is set. */
  split_ppm: Ppm | null;
  /** What is left of the service fee at the lowest price once the highest split is paid. */
  margin_fen: Fen | null;
  /** Kinds of alerts nobody has dealt with. */
  open_alerts: AlertKind[];
  not_seen_since: Unix | null;
  last_read_at: Unix;
}

export interface ProductDetail extends ProductRow {
  images: string[];
  skus: { sku_id: string; name: string; price_fen: Fen | null; stock: number | null }[];
  category: string | null;
  /** Changes seen so far, newest first. */
  changes: { seen_at: Unix; field: string; before: string | null; after: string | null }[];
  raw: string;
}

export const productRoutes = {
  'product.list': route<Page<ProductRow>>()(
    z.object({
      plan_type: z.number().int().optional(),
      shop_appid: id.optional(),
      search: search.optional(),
      promotable: z.boolean().optional(),
      listed: z.boolean().optional(),
      /** Only products with an open alert of the kind. */
      alert: z.enum(ALERT_KINDS).optional(),
      sort: z.enum(['title', 'price', 'service_ratio', 'service_fee', 'stock', 'plan_end']).default('service_fee'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      ...pageInput,
    }),
  ),
  'product.get': route<ProductDetail>()(productKey),
};
