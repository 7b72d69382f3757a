import { promoterPages } from '../platform/endpoints/promoters.ts';
import { markPromotersNotSeen, recordPromoters } from '../promoter/record.ts';
import { sql } from '../store/sql.ts';
import { recordReadNow } from './completeness.ts';
import { setKnownAsOf } from './status.ts';
import { count } from './tally.ts';
import type { SyncTask } from './task.ts';
import { readWholeList } from './whole-list.ts';

/** All bound promoters. */
export async function syncPromoters(task: SyncTask): Promise<void> {
  const { store, platform, tally, signal } = task;
  const startedAt = platform.clock.now();
  const known = store.all<{ key: string }>(
    sql`select promoter_appid as key from promoter where not_seen_since is null`,
  );
  const entries = await readWholeList(
    () => promoterPages(platform, signal),
    (entry) => entry.promoter_appid,
    new Set(known.map(({ key }) => key)),
    () => task.progress(0, null),
  );
  store.transaction(() => {
    for (const one of recordPromoters(store, [...entries.values()], platform.clock.now())) count(tally, one);
    markPromotersNotSeen(store, startedAt);
    setKnownAsOf(store, 'promoters', startedAt);
    recordReadNow(store, 'promoters', entries.size, startedAt);
  });
  tally.known_as_of = startedAt;
}
