import { DeskError } from '../../../shared/contract/result.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { clueKeyPages } from '../platform/endpoints/clues.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** How far the first refresh goes back. */
const FIRST = 90 * DAY_SECONDS;
/** Clues are listed by creation only and may become visible late: so much is listed again. */
const OVERLAP = 3 * DAY_SECONDS;
/** The longest range the platform takes is not documented; a week is what its order lists take. */
const WINDOW = 7 * DAY_SECONDS;

/**
 * Brings the clue orders up to the platform's now, window by window, each with its place in one transaction. Gives
 * the code of what kept it from that, or null: a hunt goes on without. Rethrows an abort.
 */
export async function refreshClues(context: Context, signal?: AbortSignal): Promise<string | null> {
  const { store } = context;
  try {
    const platform = context.platform();
    await platform.reach();
    const now = platform.clock.now();
    const known = store.value<number | null>(sql`select known_as_of from sync_cursor where resource = 'clues'`) ?? null;
    for (let start = known === null ? now - FIRST : known - OVERLAP; start < now; start += WINDOW) {
      const end = Math.min(start + WINDOW, now);
      const keys: { order_id: string; sku_id: string }[] = [];
      for await (const page of clueKeyPages(platform, { created: { start, end } }, signal)) keys.push(...page);
      store.transaction(() => recordClues(store, keys, end, platform.clock.now()));
    }
    return null;
  } catch (error) {
    if (!(error instanceof DeskError) || signal?.aborted) throw error;
    return error.code;
  }
}

function recordClues(
  store: Store,
  keys: readonly { order_id: string; sku_id: string }[],
  knownAsOf: number,
  seenAt: number,
): void {
  for (const { order_id, sku_id } of keys)
    store.run(
      sql`insert or ignore into clue_order (order_id, sku_id, first_seen_at) values (${order_id}, ${sku_id}, ${seenAt})`,
    );
  store.run(sql`insert into sync_cursor (resource, known_as_of) values ('clues', ${knownAsOf})
    on conflict (resource) do update set known_as_of = max(coalesce(known_as_of, 0), excluded.known_as_of)`);
}
