import { hash as digest } from 'node:crypto';
import type { ProductKey } from '../../../shared/contract/product.ts';
import { deriveAnew } from '../order/derive-tasks.ts';
import type { ProductState } from '../platform/endpoints/products.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { raiseAlert, raiseChangeAlerts } from './alert-raise.ts';
import { type Columns, changesOf, columnsOf } from './columns.ts';
import { isProduct } from './identity.ts';
import { notePoint } from './point.ts';
import { indexTitle } from './title-index.ts';

export type Recorded = 'inserted' | 'changed' | 'unchanged';

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
    indexTitle(store, key, columns.title);
    notePoint(store, key, null, columns, seenAt);
    writeRaw(store, key, reply.raw);
    // Orders of the product that came before it: their plan can be told now.
    deriveAnew(store, { product_id: key.product_id }, seenAt);
    return 'inserted';
  }
  if (stateHash.equals(known.state_hash)) {
    store.run(sql`update product set last_read_at = ${seenAt}, not_seen_since = null where ${isProduct(key)}`);
    if (known.not_seen_since !== null) raiseChangeAlerts(store, key, known, columns, seenAt);
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
  if (columns.title !== known.title) indexTitle(store, key, columns.title);
  notePoint(store, key, known, columns, seenAt);
  raiseChangeAlerts(store, key, known, columns, seenAt);
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
  for (const key of gone) {
    store.run(sql`update product set not_seen_since = ${begunAt} where ${isProduct(key)}`);
    raiseAlert(store, key, { kind: 'taken_off', before: null, after: 'not_seen' }, begunAt);
  }
  return gone.length;
}

function writeRaw(store: Store, key: ProductKey, raw: string): void {
  store.run(sql`insert or replace into product_raw (shop_appid, product_id, plan_type, head_supplier_appid, raw)
    values (${key.shop_appid}, ${key.product_id}, ${key.plan_type}, ${key.head_supplier_appid}, ${raw})`);
}
