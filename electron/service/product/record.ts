import { hash as digest } from 'node:crypto';
import type { ProductKey } from '../../../shared/contract/product.ts';
import { shareOf } from '../../../shared/rate.ts';
import { deriveAnew } from '../order/derive-tasks.ts';
import type { ProductState } from '../platform/endpoints/products.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

export type Recorded = 'inserted' | 'changed' | 'unchanged';

/** Columns of `product` that a reply decides. Money in fen, the ratio in ppm, times in Unix seconds. */
interface Columns {
  title: string;
  image_url: string | null;
  price_min_fen: number | null;
  price_max_fen: number | null;
  stock: number | null;
  service_ratio_ppm: number | null;
  service_fee_fen: number | null;
  product_status: number | null;
  plan_status: number | null;
  plan_start_at: number | null;
  plan_end_at: number | null;
  head_supplier_name: string | null;
  promotion_link: string | null;
}

/**
 * Writes one product's detail into the books and keeps what changed. Call it inside a transaction. `seenAt` is when
 * the platform gave it, Unix seconds.
 */
export function recordProduct(
  store: Store,
  key: ProductKey,
  reply: { state: ProductState; raw: string },
  seenAt: number,
): Recorded {
  const columns = columnsOf(reply.state);
  const stateHash = digest('sha1', JSON.stringify(reply.state), 'buffer');
  const known = store.get<Columns & { state_hash: Uint8Array; not_seen_since: number | null }>(
    sql`select * from product where ${isProduct(key)}`,
  );
  if (!known) {
    store.run(sql`insert into product (shop_appid, product_id, plan_type, head_supplier_appid, title, image_url,
        price_min_fen, price_max_fen, stock, service_ratio_ppm, service_fee_fen, product_status, plan_status,
        plan_start_at, plan_end_at, head_supplier_name, promotion_link, state_hash, first_seen_at, last_read_at)
      values (${key.shop_appid}, ${key.product_id}, ${key.plan_type}, ${key.head_supplier_appid}, ${columns.title},
        ${columns.image_url}, ${columns.price_min_fen}, ${columns.price_max_fen}, ${columns.stock},
        ${columns.service_ratio_ppm}, ${columns.service_fee_fen}, ${columns.product_status}, ${columns.plan_status},
        ${columns.plan_start_at}, ${columns.plan_end_at}, ${columns.head_supplier_name}, ${columns.promotion_link},
        ${stateHash}, ${seenAt}, ${seenAt})`);
    writeRaw(store, key, reply.raw);
    // Orders of the product that came before it: their plan can be told now.
    deriveAnew(store, { product_id: key.product_id }, seenAt);
    return 'inserted';
  }
  if (stateHash.equals(known.state_hash)) {
    store.run(sql`update product set last_read_at = ${seenAt}, not_seen_since = null where ${isProduct(key)}`);
    return known.not_seen_since === null ? 'unchanged' : 'changed';
  }
  store.run(sql`update product set title = ${columns.title}, image_url = ${columns.image_url},
      price_min_fen = ${columns.price_min_fen}, price_max_fen = ${columns.price_max_fen}, stock = ${columns.stock},
      service_ratio_ppm = ${columns.service_ratio_ppm}, service_fee_fen = ${columns.service_fee_fen},
      product_status = ${columns.product_status}, plan_status = ${columns.plan_status},
      plan_start_at = ${columns.plan_start_at}, plan_end_at = ${columns.plan_end_at},
      head_supplier_name = ${columns.head_supplier_name}, promotion_link = ${columns.promotion_link},
      state_hash = ${stateHash}, last_read_at = ${seenAt}, not_seen_since = null
    where ${isProduct(key)}`);
  writeRaw(store, key, reply.raw);
  for (const change of changesOf(known, columns))
    store.run(sql`insert into product_change (shop_appid, product_id, plan_type, head_supplier_appid, seen_at, field, before, after)
      values (${key.shop_appid}, ${key.product_id}, ${key.plan_type}, ${key.head_supplier_appid}, ${seenAt},
        ${change.field}, ${change.before}, ${change.after})`);
  return 'changed';
}

/**
 * Marks products that a complete reading did not find. `begunAt` is when that reading began, by the same clock as its
 * `seenAt`; `listed` knows those whose detail was not read anew. Returns how many vanished.
 */
export function markProductsNotSeen(
  store: Store,
  begunAt: number,
  listed: (key: ProductKey) => boolean = () => false,
): number {
  const gone = store
    .all<ProductKey>(sql`select shop_appid, product_id, plan_type, head_supplier_appid from product
      where not_seen_since is null and last_read_at < ${begunAt}`)
    .filter((key) => !listed(key));
  for (const key of gone) store.run(sql`update product set not_seen_since = ${begunAt} where ${isProduct(key)}`);
  return gone.length;
}

/** Condition on the four columns of a product's identity. */
export function isProduct(key: ProductKey): Sql {
  return sql`shop_appid = ${key.shop_appid} and product_id = ${key.product_id} and plan_type = ${key.plan_type}
    and head_supplier_appid = ${key.head_supplier_appid}`;
}

function writeRaw(store: Store, key: ProductKey, raw: string): void {
  store.run(sql`insert or replace into product_raw (shop_appid, product_id, plan_type, head_supplier_appid, raw)
    values (${key.shop_appid}, ${key.product_id}, ${key.plan_type}, ${key.head_supplier_appid}, ${raw})`);
}

function columnsOf(state: ProductState): Columns {
  const prices = state.skus.map((sku) => sku.price_fen).filter((price) => price !== null);
  const stocks = state.skus.map((sku) => sku.stock).filter((stock) => stock !== null);
  // The platform gives no price or stock of the product itself: lowest, highest and sum of its SKUs.
  const lowest = prices.length ? prices.reduce((a, b) => Math.min(a, b)) : null;
  return {
    title: state.title,
    image_url: state.images[0] ?? null,
    price_min_fen: lowest,
    price_max_fen: prices.length ? prices.reduce((a, b) => Math.max(a, b)) : null,
    stock: stocks.length ? stocks.reduce((a, b) => a + b) : null,
    service_ratio_ppm: state.service_ratio_ppm,
    service_fee_fen:
      lowest === null || state.service_ratio_ppm === null ? null : shareOf(lowest, state.service_ratio_ppm),
    product_status: state.product_status,
    plan_status: state.plan_status,
    plan_start_at: state.plan_start_at,
    plan_end_at: state.plan_end_at,
    head_supplier_name: state.head_supplier_name,
    promotion_link: state.promotion_link,
  };
}

interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

/** What staff want to look back on. Of the stock only whether there is any: its number moves with every sale. */
function changesOf(before: Columns, after: Columns): Change[] {
  const changes: Change[] = [];
  const compare = (field: string, was: string | number | null, is: string | number | null) => {
    if (was !== is)
      changes.push({ field, before: was === null ? null : String(was), after: is === null ? null : String(is) });
  };
  compare('title', before.title, after.title);
  compare('price', priceText(before), priceText(after));
  compare('service_ratio', before.service_ratio_ppm, after.service_ratio_ppm);
  compare('product_status', before.product_status, after.product_status);
  compare('plan_status', before.plan_status, after.plan_status);
  compare('plan_start_at', before.plan_start_at, after.plan_start_at);
  compare('plan_end_at', before.plan_end_at, after.plan_end_at);
  if (before.stock !== null && after.stock !== null && before.stock > 0 !== after.stock > 0)
    compare('stock', before.stock, after.stock);
  return changes;
}

/** "1990", or "1990-2990" where SKUs differ; fen. */
function priceText(columns: Columns): string | null {
  if (columns.price_min_fen === null) return null;
  return columns.price_max_fen === columns.price_min_fen
    ? String(columns.price_min_fen)
    : `${columns.price_min_fen}-${columns.price_max_fen}`;
}
