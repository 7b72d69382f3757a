import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import { confirmDecisions } from '../partnership/confirm.ts';
import { markShopsNotSeen, recordShopAccounts, recordShopCard, recordShops } from '../partnership/record.ts';
import { readShop, type ShopAccount, shopAccountPages, shopPages } from '../platform/endpoints/shops.ts';
import { sql } from '../store/sql.ts';
import { recordReadNow } from './completeness.ts';
import { failsThisKeyOnly } from './detail-failure.ts';
import { inParallel } from './in-parallel.ts';
import { setKnownAsOf } from './status.ts';
import { count } from './tally.ts';
import type { SyncTask } from './task.ts';
import { readWholeList } from './whole-list.ts';

/** Shops whose card says more than the list does: open invitations and running partnerships. */
const WITH_CARD: ReadonlySet<number | null> = new Set([PARTNERSHIP_STATUS.invited, PARTNERSHIP_STATUS.accepted]);

/** Cooperating shops in every state, then the card of those that matter now. */
export async function syncShops(task: SyncTask): Promise<void> {
  const { store, platform, tally, signal } = task;
  const startedAt = platform.clock.now();
  const known = store.all<{ key: string }>(sql`select shop_appid as key from shop where not_seen_since is null`);
  const shops = await readWholeList(
    () => shopPages(platform, signal),
    (shop) => shop.shop_appid,
    new Set(known.map(({ key }) => key)),
    (found) => task.progress(found, null),
  );
  const entries = [...shops.values()];
  store.transaction(() => {
    for (const one of recordShops(store, entries, platform.clock.now())) count(tally, one);
    markShopsNotSeen(store, startedAt);
    confirmDecisions(store);
    setKnownAsOf(store, 'shops', startedAt);
    recordReadNow(store, 'shops', entries.length, startedAt);
  });
  tally.known_as_of = startedAt;
  const withCard = entries.filter((entry) => WITH_CARD.has(entry.status));
  await inParallel(withCard, platform.concurrency, (shop) => readCard(task, shop));
}

async function readCard(task: SyncTask, shop: { shop_appid: string; status: number | null }): Promise<void> {
  const { store, platform, signal } = task;
  try {
    const card = await readShop(platform, shop.shop_appid, signal);
    const accounts: ShopAccount[] = [];
    if (shop.status === PARTNERSHIP_STATUS.accepted)
      for await (const page of shopAccountPages(platform, shop.shop_appid, signal)) accounts.push(...page);
    store.transaction(() => {
      if (card) recordShopCard(store, card, platform.clock.now());
      recordShopAccounts(store, shop.shop_appid, accounts);
    });
  } catch (error) {
    // One shop without a card must not end the run; its row from the list stands.
    if (!failsThisKeyOnly(error)) throw error;
    task.tally.quarantined += 1;
  }
}
