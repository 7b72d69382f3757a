import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Unix } from '../time.ts';
import { splitRatio } from './listing.ts';
import { id, type Page, pageInput, search } from './paging.ts';
import { route } from './route.ts';

export interface PromoterRow {
  promoter_appid: string;
  name: string;
  avatar_url: string | null;
  bound_at: Unix | null;
  /** `commission_type`: 0 the platform pays, 1 the institution pays. */
  payer: number | null;
  /** The promoter's own split at the platform. For payer 1 it is only filler there: null here. */
  ratio_ppm: Ppm | null;
  /** Split of the institution's own rule, for payer 1. */
  rule_ratio_ppm: Ppm | null;
  not_seen_since: Unix | null;
  orders_30d: number;
  actual_payment_30d_fen: Fen;
  promoter_amount_30d_fen: Fen;
  last_order_at: Unix | null;
}

export interface PromoterCard extends PromoterRow {
  history: { seen_at: Unix; name: string; payer: number | null; ratio_ppm: Ppm | null }[];
  product_splits: { shop_appid: string; product_id: string; title: string; ratio_ppm: Ppm; state: string }[];
}

export const promoterRoutes = {
  'promoter.list': route<Page<PromoterRow>>()(
    z.object({
      search: search.optional(),
      payer: z.number().int().optional(),
      sort: z
        .enum(['name', 'bound_at', 'orders_30d', 'actual_payment_30d', 'last_order_at'])
        .default('actual_payment_30d'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      ...pageInput,
    }),
  ),
  'promoter.get': route<PromoterCard>()(z.object({ promoter_appid: id })),
  /** Platform payer: set at the platform and read back. Institution payer: our own dated rule from today on. */
  'promoter.set_split': route<{ ratio_ppm: Ppm; where: 'platform' | 'local' }>()(
    z.object({ promoter_appid: id, ratio_ppm: splitRatio }),
  ),
};
