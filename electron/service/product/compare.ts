import { EXCLUSIVE_FIELDS, type ProductFace } from '../../../shared/contract/catalogue.ts';
import type { ProductKey } from '../../../shared/contract/product.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput } from '../../../shared/contract/routes.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { isProduct } from './identity.ts';

type Face = ProductFace & { read_at: number };

/**
 * The plan's offer beside the product itself, as they were last read. What differs was told when both were read together:
 * the plan may have been read anew since. Throws `product.unknown`.
 */
export function compareProduct(store: StoreReader, key: ProductKey): RouteOutput<'product.compare'> {
  const here = store.get<Face>(sql`select title, image_url, price_min_fen, price_max_fen, stock, last_read_at as read_at
    from product where ${isProduct(key)}`);
  if (!here) throw new DeskError('product.unknown', { product_id: key.product_id });
  const base =
    store.get<Face>(sql`select title, image_url, price_min_fen, price_max_fen, stock, read_at from product_base
    where shop_appid = ${key.shop_appid} and product_id = ${key.product_id}`);
  const told = store
    .all<{ kind: string }>(sql`select kind from product_alert where ${isProduct(key)} and ended_at is null`)
    .map(({ kind }) => kind);
  return {
    base: base ?? null,
    here,
    differs: EXCLUSIVE_FIELDS.filter((field) => told.includes(`exclusive_${field}`)),
  };
}
