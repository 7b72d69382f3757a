import type { Context } from '../context.ts';
import { listedTables, productColumns, type StoredProduct } from '../product/row.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { blocking, type Warning, warningsOf } from './warnings.ts';

export const FEED_SCHEMA = 'league-desk.feed/1';

/** Who pays the promoter's share. */
type Payer = 'platform' | 'institution';

export interface FeedItem {
  shop_appid: string;
  product_id: string;
  plan_type: number;
  head_supplier_appid: string;
  shop_name: string | null;
  title: string;
  image_url: string | null;
  price_min_fen: number | null;
  price_max_fen: number | null;
  stock: number | null;
  service_ratio_ppm: number | null;
  default_split_ppm: number | null;
  splits: { promoter_appid: string; ratio_ppm: number; payer: Payer }[];
  plan_start_at: number | null;
  plan_end_at: number | null;
  promotion_link: string | null;
  listed_at: number;
  read_at: number;
  available: boolean;
  reasons: Warning[];
}

/** The shelf as the promoters' mini program reads it; docs/feed.md is its description for those who build that. */
export interface Feed {
  schema: typeof FEED_SCHEMA;
  revision: number;
  generated_at: number;
  known_as_of: number | null;
  institution_appid: string | null;
  items: FeedItem[];
}

type StoredItem = StoredProduct & {
  listed_at: number;
  default_ratio_ppm: number | null;
  promotion_link: string | null;
  shop_status: number | null;
};

/** The feed of the shelf as it is now. Nothing secret is in it. */
export function feedOf(context: Context, revision: number): Feed {
  const now = context.now();
  const splits = splitsInForce(context.store);
  const stored = context.store.all<StoredItem>(
    sql`select ${productColumns(now)}, l.listed_at, l.default_ratio_ppm, p.promotion_link, s.status as shop_status
      from ${listedTables}
      order by p.shop_appid, p.product_id, p.plan_type, p.head_supplier_appid`,
  );
  const items = stored.map((item): FeedItem => {
    const reasons = blocking(warningsOf(item, now));
    return {
      shop_appid: item.shop_appid,
      product_id: item.product_id,
      plan_type: item.plan_type,
      head_supplier_appid: item.head_supplier_appid,
      shop_name: item.shop_name,
      title: item.title,
      image_url: item.image_url,
      price_min_fen: item.price_min_fen,
      price_max_fen: item.price_max_fen,
      stock: item.stock,
      service_ratio_ppm: item.service_ratio_ppm,
      default_split_ppm: item.default_ratio_ppm,
      splits: splits.get(item.product_id) ?? [],
      plan_start_at: item.plan_start_at,
      plan_end_at: item.plan_end_at,
      promotion_link: item.promotion_link,
      listed_at: item.listed_at,
      read_at: item.last_read_at,
      available: reasons.length === 0,
      reasons,
    };
  });
  const seen = stored.filter((item) => item.not_seen_since === null).map((item) => item.last_read_at);
  return {
    schema: FEED_SCHEMA,
    revision,
    generated_at: now,
    known_as_of: seen.length ? seen.reduce((a, b) => Math.min(a, b)) : null,
    institution_appid: context.institution.appId,
    items,
  };
}

/** Only shares that count: what waits or was refused is no promise to a promoter. */
function splitsInForce(store: StoreReader): Map<string, FeedItem['splits']> {
  const byProduct = new Map<string, FeedItem['splits']>();
  const rows = store.all<{ product_id: string; promoter_appid: string; ratio_ppm: number; state: string }>(
    sql`select product_id, promoter_appid, ratio_ppm, state from product_split
      where state in ('platform', 'local') and product_id in (select product_id from listing)
      order by product_id, promoter_appid`,
  );
  for (const { product_id, promoter_appid, ratio_ppm, state } of rows) {
    const split = { promoter_appid, ratio_ppm, payer: state === 'local' ? 'institution' : 'platform' } as const;
    const list = byProduct.get(product_id);
    if (list) list.push(split);
    else byProduct.set(product_id, [split]);
  }
  return byProduct;
}

export function feedText(feed: Feed): string {
  return `${JSON.stringify(feed, null, 2)}\n`;
}
