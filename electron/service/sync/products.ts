import { PLAN_TYPES } from '../../../shared/status.ts';
import { type ProductEntry, productPages, readProduct } from '../platform/endpoints/products.ts';
import { markProductsNotSeen, recordProduct } from '../product/record.ts';
import { failsThisKeyOnly } from './detail-failure.ts';
import { inParallel } from './in-parallel.ts';
import { setKnownAsOf } from './status.ts';
import { count } from './tally.ts';
import type { SyncTask } from './task.ts';

/** All promotable products: ids by plan type, then each one's detail, for the list says nothing but ids. */
export async function syncProducts(task: SyncTask): Promise<void> {
  const { store, platform, tally, signal } = task;
  const startedAt = platform.clock.now();
  const entries = new Map<string, ProductEntry>();
  for (const planType of PLAN_TYPES) {
    for await (const page of productPages(platform, planType, signal)) {
      for (const entry of page) entries.set(JSON.stringify(entry), entry);
      task.progress(entries.size, null);
    }
  }
  const all = [...entries.values()];
  await inParallel(all, platform.concurrency, async (entry) => {
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
    task.progress(all.length - tally.read, all.length);
  });
  store.transaction(() => {
    markProductsNotSeen(store, startedAt);
    setKnownAsOf(store, 'products', startedAt);
  });
  tally.known_as_of = startedAt;
}
