import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Unix } from '../time.ts';
import { id, type Page, pageInput, search } from './paging.ts';
import { type ProductRow, productKey } from './product.ts';
import { route } from './route.ts';

/** A promoter's share of the institution's service fee. The platform takes 10 % to 100 %. */
export const splitRatio = z.number().int().min(100_000).max(1_000_000);

export interface ListingSplit {
  promoter_appid: string;
  promoter_name: string;
  ratio_ppm: Ppm;
  /** `platform`: set there and read back; `local`: the institution pays this promoter itself; `failed`: see error_code. */
  state: 'platform' | 'local' | 'pending' | 'failed';
  error_code: string | null;
  set_at: Unix;
}

export interface ListingRow extends ProductRow {
  listed_at: Unix;
  listed_by: string;
  /** For promoters the institution pays itself and who have no split of their own; null: the institution's general rule. */
  default_ratio_ppm: Ppm | null;
  /** What a promoter gets per piece at the lowest price under the default split. */
  promoter_fee_fen: Fen | null;
  splits: ListingSplit[];
  /** Why promoters cannot earn on it now, empty when they can. */
  warnings: (
    | 'plan_ended'
    | 'plan_ending'
    | 'plan_not_started'
    | 'off_sale'
    | 'plan_not_live'
    | 'no_stock'
    | 'not_seen'
    | 'partnership_ended'
  )[];
}

export const splitChoice = z.object({ promoter_appid: id, ratio_ppm: splitRatio });

export interface SplitOutcome {
  promoter_appid: string;
  product_id: string;
  ok: boolean;
  error_code: string | null;
}

export const feedTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('folder'), folder: z.string().min(1).max(4000) }),
  z.object({
    kind: z.literal('https'),
    url: z.string().min(1).max(2000),
    secret: z.string().min(16).max(200).optional(),
  }),
]);
export type FeedTarget = z.infer<typeof feedTarget>;

/** Material of one promoter for one product: everything needed to share it. */
export interface Material {
  short_link: string | null;
  http_link: string | null;
  /** The QR as a `data:` address, stored here so that it is there offline. */
  qr_image: string | null;
  qr_url: string | null;
  promotion_link: string | null;
  fetched_at: Unix;
  /** Read earlier and kept, because the platform could not be reached now. */
  from_store: boolean;
}

export const listingRoutes = {
  'listing.list': route<Page<ListingRow>>()(
    z.object({ search: search.optional(), shop_appid: id.optional(), ...pageInput }),
  ),
  /** Puts products on the shelf; sets the given splits at the platform, one outcome per promoter and product. */
  'listing.add': route<{ listed: number; splits: SplitOutcome[]; feed_error: string | null }>()(
    z.object({
      products: z.array(productKey).min(1).max(500),
      default_ratio_ppm: splitRatio.nullable().default(null),
      splits: z.array(splitChoice).max(200).default([]),
    }),
  ),
  'listing.remove': route<{ removed: number; feed_error: string | null }>()(
    z.object({ products: z.array(productKey).min(1).max(500) }),
  ),
  'listing.set_splits': route<{ splits: SplitOutcome[]; feed_error: string | null }>()(
    z.object({
      product: productKey,
      default_ratio_ppm: splitRatio.nullable().optional(),
      splits: z.array(splitChoice).max(200).default([]),
    }),
  ),
  'listing.material': route<Material>()(
    z.object({ product: productKey, promoter_appid: id, refresh: z.boolean().default(false) }),
  ),
  'listing.feed': route<{
    target: { kind: 'none' } | { kind: 'folder'; folder: string } | { kind: 'https'; url: string; signed: boolean };
    last_written_at: Unix | null;
    last_error: string | null;
    items: number;
    revision: number;
  }>()(z.object({})),
  'listing.set_feed_target': route<{ written: number }>()(feedTarget),
  /** Writes the feed now. */
  'listing.write_feed': route<{ written: number; revision: number }>()(z.object({})),
};
