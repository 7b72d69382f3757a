/** What the console page shows: sums over the books and counts of the calls. */
import type { Calls } from '../calls.ts';
import { FAULTS } from '../faults.ts';
import { amountsOf } from '../orders/amounts.ts';
import type { OrderBook } from '../orders/book.ts';
import type { Platform } from '../platform.ts';
import { shopStatusAt } from '../world/shops.ts';
import { isBound } from '../world/world.ts';

interface Totals {
  orders: number;
  promoter: number;
  talent: number;
  unsettled: number;
  settled: number;
  cancelled: number;
  /** fen */
  payment: number;
  service: number;
}

interface Summed {
  totals: Totals;
  /** Milliseconds of the machine: when summing ended and how long it took. */
  at: number;
  took: number;
}

const summed = new WeakMap<OrderBook, Summed>();
/** An open console page may cost this share of the time at most, however many orders there are. */
const SHARE = 10;

function totalsOf(platform: Platform, book: OrderBook): Totals {
  const known = summed.get(book);
  const begin = performance.now();
  if (known !== undefined && begin - known.at < SHARE * known.took) return known.totals;
  const totals = { orders: 0, promoter: 0, talent: 0, unsettled: 0, settled: 0, cancelled: 0, payment: 0, service: 0 };
  book.byCreate.scan(0, book.now, undefined, (line) => {
    if (!platform.isVisible(line, book.now)) return true;
    const state = book.shownOf(line);
    const amounts = amountsOf(line, state);
    totals.orders++;
    if (line.channel === 1) totals.promoter++;
    else totals.talent++;
    if (state.commissionStatus === 20) totals.unsettled++;
    else if (state.commissionStatus === 100) totals.settled++;
    else totals.cancelled++;
    totals.payment += amounts.payment;
    totals.service += amounts.service;
    return true;
  });
  const at = performance.now();
  summed.set(book, { totals, at, took: at - begin });
  return totals;
}

export function overview(platform: Platform, calls: Calls): Record<string, unknown> {
  const book = platform.current();
  const shops = [1, 2, 3, 4, 5].map(
    (status) => platform.world.shops.filter((shop) => shop.related && shopStatusAt(shop, book.now) === status).length,
  );
  const { frozenAt } = platform.clock.start();
  return {
    now: platform.clock.now(),
    frozen: frozenAt !== null,
    seed: platform.seed,
    totals: totalsOf(platform, book),
    shops,
    promoters: platform.world.promoters.filter((promoter) => isBound(promoter, book.now)).length,
    faults: FAULTS.map((name) => ({
      name,
      rate: platform.faults.rate(name),
      hits: platform.faults.hits.get(name) ?? 0,
    })),
    calls: calls.list(),
  };
}
