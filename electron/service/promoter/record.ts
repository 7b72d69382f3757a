import { SPLIT_PAYER } from '../../../shared/status.ts';
import { deriveAnew } from '../order/derive-tasks.ts';
import type { PromoterEntry } from '../platform/endpoints/promoters.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

export type Recorded = 'inserted' | 'changed' | 'unchanged';

interface Known {
  name: string;
  avatar_url: string | null;
  bound_at: number | null;
  payer: number | null;
  ratio_ppm: number | null;
  not_seen_since: number | null;
}

/**
 * Writes bound promoters into the books, one outcome per entry in their order, and keeps who paid them what share
 * since when. Call it inside a transaction. `seenAt` is when the platform gave them, Unix seconds.
 */
export function recordPromoters(store: Store, entries: readonly PromoterEntry[], seenAt: number): Recorded[] {
  return entries.map((entry) => recordPromoter(store, entry, seenAt));
}

/** Marks promoters that a complete list did not name. `begunAt` is when its reading began, by the clock of `seenAt`. */
export function markPromotersNotSeen(store: Store, begunAt: number): number {
  return store.run(sql`update promoter set not_seen_since = ${begunAt}
    where not_seen_since is null and last_read_at < ${begunAt}`).changes;
}

function recordPromoter(store: Store, entry: PromoterEntry, seenAt: number): Recorded {
  const known = store.get<Known>(sql`select name, avatar_url, bound_at, payer, ratio_ppm, not_seen_since from promoter
    where promoter_appid = ${entry.promoter_appid}`);
  // For promoters the institution pays the platform keeps only a filler.
  const ratio = entry.payer === SPLIT_PAYER.institution ? null : entry.ratio_ppm;
  store.run(sql`insert into promoter (promoter_appid, name, avatar_url, bound_at, payer, ratio_ppm, first_seen_at, last_read_at, raw)
    values (${entry.promoter_appid}, ${entry.name}, ${entry.avatar_url}, ${entry.bound_at}, ${entry.payer}, ${ratio},
      ${seenAt}, ${seenAt}, ${entry.raw})
    on conflict (promoter_appid) do update set name = excluded.name, avatar_url = excluded.avatar_url,
      bound_at = excluded.bound_at, payer = excluded.payer, ratio_ppm = excluded.ratio_ppm,
      last_read_at = excluded.last_read_at, not_seen_since = null, raw = excluded.raw`);
  const moved = !known || known.name !== entry.name || known.payer !== entry.payer || known.ratio_ppm !== ratio;
  if (moved)
    store.run(sql`insert into promoter_state (promoter_appid, seen_at, name, payer, ratio_ppm)
      values (${entry.promoter_appid}, ${seenAt}, ${entry.name}, ${entry.payer}, ${ratio})
      on conflict (promoter_appid, seen_at) do update set name = excluded.name, payer = excluded.payer,
        ratio_ppm = excluded.ratio_ppm`);
  // Who pays decides what the institution owes; orders of the time before our first look follow the present payer.
  if (!known || known.payer !== entry.payer) deriveAnew(store, { promoter_appid: entry.promoter_appid }, seenAt);
  if (!known) return 'inserted';
  const changed = moved || known.bound_at !== entry.bound_at || known.not_seen_since !== null;
  return changed ? 'changed' : 'unchanged';
}
