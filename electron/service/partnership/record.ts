import type { ShopAccount, ShopCard, ShopEntry } from '../platform/endpoints/shops.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

export type Recorded = 'inserted' | 'changed' | 'unchanged';

/** A status nobody ever told us. The platform's own codes begin at 1. */
const STATUS_UNSAID = 0;

interface Known {
  shop_name: string;
  logo_url: string | null;
  status: number;
  not_seen_since: number | null;
}

/**
 * Writes shops of the list into the books, one outcome per entry in their order. Call it inside a transaction.
 * `seenAt` is when the platform gave them, Unix seconds.
 */
export function recordShops(store: Store, entries: readonly ShopEntry[], seenAt: number): Recorded[] {
  return entries.map((entry) => recordEntry(store, entry, seenAt));
}

/** Writes what shop/get says of one shop; the same rules as for the list. */
export function recordShopCard(store: Store, card: ShopCard, seenAt: number): Recorded {
  const before = store.get<Record<string, unknown>>(sql`select ${cardColumns} from shop
    where shop_appid = ${card.shop_appid}`);
  const recorded = recordEntry(store, card, seenAt);
  store.run(sql`update shop set approved_at = ${card.approved_at}, gmv_fen = ${card.gmv_fen},
      settled_fen = ${card.settled_fen}, unsettled_fen = ${card.unsettled_fen}, product_count = ${card.product_count},
      product_count_today = ${card.product_count_today}, sold_product_count_today = ${card.sold_product_count_today},
      raw = ${card.raw}
    where shop_appid = ${card.shop_appid}`);
  if (!before || recorded !== 'unchanged') return recorded;
  const same = CARD_COLUMNS.every((column) => before[column] === card[column]);
  return same ? 'unchanged' : 'changed';
}

const CARD_COLUMNS = [
  'approved_at',
  'gmv_fen',
  'settled_fen',
  'unsettled_fen',
  'product_count',
  'product_count_today',
  'sold_product_count_today',
] as const satisfies readonly (keyof ShopCard)[];
const cardColumns = { text: CARD_COLUMNS.join(', '), values: [] };

/** Replaces the connected accounts of a shop by a complete answer; true when they changed. */
export function recordShopAccounts(store: Store, shopAppid: string, accounts: readonly ShopAccount[]): boolean {
  const textOf = (list: readonly ShopAccount[]) =>
    list
      .map((account) => JSON.stringify([account.account_id, account.name, account.type]))
      .sort()
      .join();
  const before = store.all<ShopAccount>(
    sql`select account_id, name, type from shop_account where shop_appid = ${shopAppid}`,
  );
  if (textOf(before) === textOf(accounts)) return false;
  store.run(sql`delete from shop_account where shop_appid = ${shopAppid}`);
  for (const account of accounts)
    store.run(sql`insert or replace into shop_account (shop_appid, account_id, name, type)
      values (${shopAppid}, ${account.account_id}, ${account.name}, ${account.type})`);
  return true;
}

/**
 * Marks shops that a complete list did not name. `begunAt` is when its reading began, by the same clock as `seenAt` of
 * its pages. Returns how many vanished. Nothing is deleted; a shop that comes back is cleared by its next record.
 */
export function markShopsNotSeen(store: Store, begunAt: number): number {
  return store.run(sql`update shop set not_seen_since = ${begunAt}
    where not_seen_since is null and last_read_at < ${begunAt}`).changes;
}

function recordEntry(store: Store, entry: ShopEntry, seenAt: number): Recorded {
  const known = store.get<Known>(sql`select shop_name, logo_url, status, not_seen_since from shop
    where shop_appid = ${entry.shop_appid}`);
  if (!known) {
    const status = entry.status ?? STATUS_UNSAID;
    store.run(sql`insert into shop (shop_appid, shop_name, logo_url, status, status_seen_at, first_seen_at, last_read_at, raw)
      values (${entry.shop_appid}, ${entry.shop_name}, ${entry.logo_url}, ${status}, ${seenAt}, ${seenAt}, ${seenAt}, '')`);
    addState(store, entry.shop_appid, seenAt, status);
    return 'inserted';
  }
  const status = entry.status ?? known.status;
  const shopName = entry.shop_name || known.shop_name;
  const logoUrl = entry.logo_url ?? known.logo_url;
  const turned = status !== known.status;
  const changed = turned || shopName !== known.shop_name || logoUrl !== known.logo_url || known.not_seen_since !== null;
  store.run(sql`update shop set shop_name = ${shopName}, logo_url = ${logoUrl}, status = ${status},
      last_read_at = ${seenAt}, not_seen_since = null
    where shop_appid = ${entry.shop_appid}`);
  if (turned) {
    store.run(sql`update shop set status_seen_at = ${seenAt} where shop_appid = ${entry.shop_appid}`);
    addState(store, entry.shop_appid, seenAt, status);
  }
  return changed ? 'changed' : 'unchanged';
}

function addState(store: Store, shopAppid: string, seenAt: number, status: number): void {
  // Two states within one second: the later one is the one that lasted.
  store.run(sql`insert into shop_state (shop_appid, seen_at, status) values (${shopAppid}, ${seenAt}, ${status})
    on conflict (shop_appid, seen_at) do update set status = excluded.status`);
}
