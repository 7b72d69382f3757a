import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** Beside the shelf's, pictures of so many products with the highest fee. */
const BEST = 500;

/** Addresses of the pictures staff and posters will want: of the shelf, the newest first, then of what earns most. */
export function picturesWanted(store: StoreReader): string[] {
  const listed = store.all<{ image_url: string }>(sql`select p.image_url from listing l
    join product p on p.shop_appid = l.shop_appid and p.product_id = l.product_id and p.plan_type = l.plan_type
      and p.head_supplier_appid = l.head_supplier_appid
    where p.image_url is not null order by l.listed_at desc`);
  const best = store.all<{ image_url: string }>(sql`select image_url from product
    where image_url is not null and not_seen_since is null and service_fee_fen is not null
    order by service_fee_fen desc limit ${BEST}`);
  return [...new Set([...listed, ...best].map(({ image_url }) => image_url))];
}
