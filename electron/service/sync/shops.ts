import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import { confirmDecisions } from '../partnership/confirm.ts';
import { markShopsNotSeen, recordShopAccounts, recordShopCard, recordShops } from '../partnership/record.ts';
import { readShop, type ShopAccount, shopAccountPages, shopPages } from '../platform/endpoints/shops.ts';
import { failsThisKeyOnly } from './detail-failure.ts';
import { inParallel } from './in-parallel.ts';
import { setKnownAsOf } from './status.ts';
import { count } from './tally.ts';
import type { SyncTask } from './task.ts';

/** Shops whose card says more than the list does: open invitations and running partnerships. */
const WITH_CARD: ReadonlySet<number | null> = new Set([PARTNERSHIP_STATUS.invited, PARTNERSHIP_STATUS.accepted]);

/** Cooperating shops in every state, then the card of those that matter now. */
export async function syncShops(task: SyncTask): Promise<void> {
  const { store, platform, tally, signal } = task;
  const startedAt = platform.clock.now();
  const withCard: { shop_appid: string; status: number | null }[] = [];
  for await (const entries of shopPages(platform, signal)) {
    const seenAt = platform.clock.now();
    const recorded = store.transaction(() => recordShops(store, entries, seenAt));
    for (const one of recorded) count(tally, one);
    withCard.push(...entries.filter((entry) => WITH_CARD.has(entry.status)));
    task.progress(withCard.length, null);
  }
  store.transaction(() => {
    markShopsNotSeen(store, startedAt);
    confirmDecisions(store);
    setKnownAsOf(store, 'shops', startedAt);
  });
  tally.known_as_of = startedAt;
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
