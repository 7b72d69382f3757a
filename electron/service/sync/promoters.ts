import { promoterPages } from '../platform/endpoints/promoters.ts';
import { markPromotersNotSeen, recordPromoters } from '../promoter/record.ts';
import { setKnownAsOf } from './status.ts';
import { count } from './tally.ts';
import type { SyncTask } from './task.ts';

/** All bound promoters, page by page. */
export async function syncPromoters(task: SyncTask): Promise<void> {
  const { store, platform, tally, signal } = task;
  const startedAt = platform.clock.now();
  for await (const entries of promoterPages(platform, signal)) {
    const recorded = store.transaction(() => recordPromoters(store, entries, platform.clock.now()));
    for (const one of recorded) count(tally, one);
    task.progress(0, null);
  }
  store.transaction(() => {
    markPromotersNotSeen(store, startedAt);
    setKnownAsOf(store, 'promoters', startedAt);
  });
  tally.known_as_of = startedAt;
}
