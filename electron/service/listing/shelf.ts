import type { ProductKey } from '../../../shared/contract/product.ts';
import type { Context } from '../context.ts';
import { isProduct } from '../product/identity.ts';
import { deedOf } from '../rule/deed.ts';
import { setSplitFromToday } from '../rule/from-today.ts';
import { sql } from '../store/sql.ts';
import { noteListing } from './history.ts';

export function isListed(context: Context, key: ProductKey): boolean {
  return context.store.value<number>(sql`select 1 from listing where ${isProduct(key)}`) === 1;
}

/** Puts a product on the shelf that is not there; `detail` goes into its history. Call it inside a transaction. */
export function putOnShelf(context: Context, key: ProductKey, detail: Record<string, unknown>): void {
  context.store.run(sql`insert into listing (shop_appid, product_id, plan_type, head_supplier_appid, listed_at, listed_by)
    values (${key.shop_appid}, ${key.product_id}, ${key.plan_type}, ${key.head_supplier_appid}, ${context.now()}, ${context.staff()})`);
  noteListing(context, key, 'list', detail);
}

/** Takes a product off the shelf; false when it was not there. Call it inside a transaction. */
export function takeOffShelf(context: Context, key: ProductKey, detail: Record<string, unknown> = {}): boolean {
  if (context.store.run(sql`delete from listing where ${isProduct(key)}`).changes === 0) return false;
  noteListing(context, key, 'unlist', { splits: 'kept at the platform: it has no call to remove them', ...detail });
  return true;
}

/**
 * The default share of a listing. For promoters the institution pays it is also what we owe where they have no share
 * of their own; such a rule has no end, so taking the default away leaves it for what those promoters still sell.
 */
export function setDefault(context: Context, key: ProductKey, ratioPpm: number | null): void {
  context.store.run(sql`update listing set default_ratio_ppm = ${ratioPpm} where ${isProduct(key)}`);
  if (ratioPpm === null) return;
  const { product_id } = key;
  setSplitFromToday(context.store, { promoter_appid: null, product_id }, ratioPpm, deedOf(context));
}
