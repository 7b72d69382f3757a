import type { ProductKey } from '../../../shared/contract/product.ts';
import { PLAN_TYPES } from '../../../shared/status.ts';
import { HOUR_SECONDS } from '../../../shared/time.ts';
import { type ProductEntry, productPages, readProduct } from '../platform/endpoints/products.ts';
import { raisePlanEnds } from '../product/plan-ends.ts';
import { markProductsNotSeen, recordProduct } from '../product/record.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { syncBaseProducts } from './base-products.ts';
import { recordReadNow } from './completeness.ts';
import { failsThisKeyOnly } from './detail-failure.ts';
import { inParallel } from './in-parallel.ts';
import { setKnownAsOf } from './status.ts';
import { count } from './tally.ts';
import type { SyncTask } from './task.ts';
import { readWholeList } from './whole-list.ts';

/** How recently a product's detail must have been read, in seconds, to be left alone by a run. */
export const FRESHNESS = {
  /** The schedule's: prices and fees are no matter of minutes. */
  schedule: 6 * HOUR_SECONDS,
  /** Staff asked for everything. */
  staff: 600,
  /** Staff asked for the products. */
  products: 0,
};

/** All promotable products of every plan type: ids by list, then details, for the list says nothing but ids. */
export async function syncProducts(task: SyncTask, freshness: number): Promise<void> {
  const { store, platform, tally, signal } = task;
  const startedAt = platform.clock.now();
  const listed: ProductEntry[] = [];
  for (const planType of PLAN_TYPES) {
    const entries = await readWholeList(
      () => productPages(platform, planType, signal),
      nameOf,
      knownOf(store, planType),
      (found) => task.progress(listed.length + found, null),
    );
    listed.push(...entries.values());
  }
  const fresh = freshNames(store, startedAt, freshness);
  const wanted = listed.filter((entry) => !fresh.has(nameOf(entry)));
  await inParallel(wanted, platform.concurrency, async (entry) => {
    try {
      const product = await readProduct(platform, entry, signal);
      count(
        tally,
        store.transaction(() => recordProduct(store, entry, product, platform.clock.now())),
      );
    } catch (error) {
      // A product that vanished between list and detail; it is marked as not seen below.
      if (!failsThisKeyOnly(error)) throw error;
      tally.quarantined += 1;
    }
    task.progress(wanted.length - tally.read, wanted.length);
  });
  const unread = new Set(listed.map(nameOf).filter((name) => fresh.has(name)));
  store.transaction(() => {
    markProductsNotSeen(store, startedAt, (key) => unread.has(nameOf(key)));
    raisePlanEnds(store, startedAt);
    setKnownAsOf(store, 'products', startedAt);
    recordReadNow(store, 'products', listed.length, startedAt);
  });
  tally.known_as_of = startedAt;
  await syncBaseProducts(task, startedAt);
}

function nameOf({ shop_appid, product_id, plan_type, head_supplier_appid }: ProductKey): string {
  return `${shop_appid}/${product_id}/${plan_type}/${head_supplier_appid}`;
}

function knownOf(reader: StoreReader, planType: number): Set<string> {
  const keys = reader.all<ProductKey>(sql`select shop_appid, product_id, plan_type, head_supplier_appid from product
    where plan_type = ${planType} and not_seen_since is null`);
  return new Set(keys.map(nameOf));
}

function freshNames(reader: StoreReader, now: number, freshness: number): Set<string> {
  const keys = reader.all<ProductKey>(sql`select shop_appid, product_id, plan_type, head_supplier_appid from product
    where not_seen_since is null and last_read_at > ${now - freshness} and last_read_at <= ${now}`);
  return new Set(keys.map(nameOf));
}
