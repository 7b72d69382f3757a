import { DAY } from '../clock.ts';
import { Random } from '../random.ts';
import { type Change, valueAt } from './history.ts';
import { FAMILIES, type GoodsFamily, SHOP_KINDS } from './words.ts';

/** Cooperation states of the platform: invited, accepted, refused, invitation withdrawn, ended. */
export type ShopStatus = 1 | 2 | 3 | 4 | 5;

/** An account connected to a shop: 1 Channels account, 4 official account, 5 service account. */
export interface ShopAccount {
  number: number;
  id: string;
  name: string;
  kind: 1 | 4 | 5;
}

export interface Shop {
  number: number;
  appid: string;
  name: string;
  family: GoodsFamily;
  /** False for shops whose goods reach us only through a supplying institution: they are in no shop list of ours. */
  related: boolean;
  history: Change<ShopStatus>[];
  accounts: ShopAccount[];
  /** x 100, as the sample of the platform suggests (463). */
  score: number;
  /** Lock days set by the shop, or null where the platform's default holds. */
  lockDays: readonly [number, number, number, number] | null;
}

export const DEFAULT_LOCK_DAYS = [30, 0, 3, 30] as const;

/** How many shops stand in which state at the anchor; two more invite in the days after it. */
const PLAN: readonly ShopStatus[] = [
  ...Array<ShopStatus>(23).fill(2),
  ...Array<ShopStatus>(7).fill(1),
  ...Array<ShopStatus>(4).fill(3),
  ...Array<ShopStatus>(3).fill(4),
  ...Array<ShopStatus>(3).fill(5),
];
const LATER_INVITATIONS = [2 * DAY, 6 * DAY];
const SUPPLIED_SHOPS = 8;

export function buildShops(seed: number, anchor: number): Shop[] {
  const random = new Random(seed);
  const names = new Set<string>();
  const shop = (number: number, related: boolean, history: Change<ShopStatus>[]): Shop => {
    // The families go round, so that every category has goods whatever the seed.
    const family = FAMILIES[number % FAMILIES.length] as GoodsFamily;
    const brand = family.brands[Math.floor(number / FAMILIES.length) % family.brands.length] as string;
    let name = brand + random.pick(SHOP_KINDS);
    while (names.has(name)) name = `${brand}${family.category.slice(0, 2)}${random.pick(SHOP_KINDS)}${number}`;
    names.add(name);
    return {
      number,
      appid: `wx${random.hex(16)}`,
      name,
      family,
      related,
      history,
      accounts: accountsOf(random, brand),
      score: random.int(412, 498),
      lockDays: random.chance(0.3) ? [random.pick([60, 90, 365]), 0, random.pick([7, 15]), 30] : null,
    };
  };
  const shops = PLAN.map((status, number) => shop(number, true, historyOf(random, status, anchor)));
  for (const after of LATER_INVITATIONS) {
    shops.push(shop(shops.length, true, [{ at: anchor + after + random.int(0, DAY / 2), value: 1 }]));
  }
  for (let i = 0; i < SUPPLIED_SHOPS; i++) shops.push(shop(shops.length, false, [{ at: 0, value: 2 }]));
  return shops;
}

function historyOf(random: Random, status: ShopStatus, anchor: number): Change<ShopStatus>[] {
  if (status === 1) return [{ at: anchor - random.int(1, 12) * DAY - random.int(0, DAY), value: 1 }];
  // Accepted long before the first order for most, within the hundred days for some.
  const invited = anchor - random.int(status === 2 && random.chance(0.7) ? 130 : 20, 400) * DAY;
  const first: Change<ShopStatus> = { at: invited, value: 1 };
  const answered = invited + random.int(DAY / 24, 5 * DAY);
  if (status !== 5) return [first, { at: answered, value: status }];
  const ended = Math.max(answered + DAY, anchor - random.int(3, 40) * DAY);
  return [first, { at: answered, value: 2 }, { at: ended, value: 5 }];
}

function accountsOf(random: Random, brand: string): ShopAccount[] {
  const kinds = ([1, 4, 5] as const).slice(0, random.int(0, 3));
  return kinds.map((kind, number) => ({
    number,
    id: kind === 1 ? `v2_${random.hex(24)}@finder` : `wx${random.hex(16)}`,
    name: brand + { 1: '视频号', 4: '公众号', 5: '服务号' }[kind],
    kind,
  }));
}

/** undefined before the shop's invitation. */
export function shopStatusAt(shop: Shop, unix: number): ShopStatus | undefined {
  return valueAt(shop.history, unix);
}
