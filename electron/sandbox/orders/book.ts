/** The commission orders of the world, brought up to the clock whenever it is asked. */
import { dayOf, startOfDay } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { World } from '../world/world.ts';
import { amountsOf } from './amounts.ts';
import { type CluePurchase, cluesOf } from './clue.ts';
import { DueHeap } from './heap.ts';
import { type Line, Resolver } from './line.ts';
import { type Purchase, purchasesOf } from './purchase.ts';
import { type Replay, replay, type State } from './state.ts';
import { compareKeys, TimeIndex } from './time-index.ts';

/** Days before the anchor that have orders. */
const HISTORY_DAYS = 100;

/** A settlement that happened, for the flow of funds. */
export interface Settlement {
  at: number;
  line: Line;
  /** What it brought us, fen; nothing that comes after a settlement changes it. */
  amount: number;
}

/** Sums over the orders of a shop, fen. */
export interface ShopSums {
  /** Paid and not cancelled. */
  paid: number;
  /** Our fees: settled, and waiting for it. */
  earned: number;
  pending: number;
}

export class OrderBook {
  /** By the update time that is shown. */
  readonly byUpdate = new TimeIndex((line) => line.updateTime);
  readonly byCreate = new TimeIndex((line) => line.createTime);
  readonly byOrder = new Map<string, Line[]>();
  /** By the shop's number, in the order they became visible. */
  readonly byShop = new Map<number, Line[]>();
  /** In order of time, order_id and sku_id. */
  readonly settlements: Settlement[] = [];
  /** By the shop's number. */
  readonly shopSums = new Map<number, ShopSums>();
  readonly clues: CluePurchase[] = [];
  /** Fees of orders that are paid and not settled, fen. */
  pending = 0;
  private readonly world: World;
  private readonly orders: number;
  private readonly faults: Faults;
  private readonly resolver: Resolver;
  private readonly due = new DueHeap<Purchase | Line>();
  /** Lines whose last changes are not shown yet. */
  private readonly held = new Set<Line>();
  private settled: Settlement[] = [];
  private nextDay: number;
  private time = 0;

  /** `orders` is the number of commission orders a hundred days bring. */
  constructor(world: World, orders: number, faults: Faults) {
    this.world = world;
    this.orders = orders;
    this.faults = faults;
    this.resolver = new Resolver(world);
    this.nextDay = dayOf(world.anchor) - HISTORY_DAYS;
  }

  /** The instant everything here is true for, Unix seconds. */
  get now(): number {
    return this.time;
  }

  /** Lets everything happen up to an instant that is not before the last one. */
  advanceTo(unix: number): void {
    if (unix < this.time) throw new RangeError('an order book does not go back; draw a new one');
    if (unix === this.time) return;
    this.time = unix;
    while (startOfDay(this.nextDay) <= unix) {
      for (const purchase of purchasesOf(this.world.seed, this.nextDay, this.orders)) {
        this.due.push(purchase.visibleAt, purchase);
      }
      for (const clue of cluesOf(this.world, this.nextDay, this.orders)) this.clues.push(clue);
      this.nextDay++;
    }
    const fresh: Line[] = [];
    const moved = new Set<Line>();
    for (let entry = this.due.popDue(unix); entry !== undefined; entry = this.due.popDue(unix)) {
      const { at, what } = entry;
      if ('lines' in what) {
        for (const line of this.appear(what)) fresh.push(line);
      } else if (what.nextAt === at && this.refresh(what)) {
        moved.add(what);
      }
    }
    this.index(fresh, [...moved]);
  }

  /** Looks at an order's lines again after something was done to it by hand at the present instant. */
  touch(orderId: string): void {
    this.again(this.byOrder.get(orderId) ?? []);
  }

  /** Looks again at what was kept back, after a switch was turned. */
  switched(): void {
    this.again([...this.held]);
  }

  /** As it is. */
  stateOf(line: Line, unix = this.time): State {
    return this.replay(line, unix).actual;
  }

  /** As callers are shown it. */
  shownOf(line: Line, unix = this.time): State {
    return this.replay(line, unix).shown;
  }

  /** What was shown before a state; undefined for an order's first. */
  before(line: Line, shown: State): State | undefined {
    return shown.states === 1 ? undefined : this.stateOf(line, shown.updateTime - 1);
  }

  find(orderId: string, skuId: string): Line | undefined {
    return this.byOrder.get(orderId)?.find((line) => line.skuId === skuId);
  }

  private replay(line: Line, unix: number): Replay {
    return replay(line, unix, this.world.deeds.get(line.orderId), this.faults);
  }

  private again(lines: readonly Line[]): void {
    this.index(
      [],
      lines.filter((line) => this.refresh(line)),
    );
  }

  private appear(purchase: Purchase): Line[] {
    const lines = this.resolver.linesOf(purchase);
    if (lines.length === 0) return lines;
    this.byOrder.set(purchase.orderId, lines);
    const shop = (lines[0] as Line).offer.product.shop.number;
    const ofShop = this.byShop.get(shop) ?? [];
    this.byShop.set(shop, ofShop);
    for (const line of lines) {
      ofShop.push(line);
      this.refresh(line);
    }
    return lines;
  }

  /** Brings a line up to now and notes its next event; whether the update time that is shown moved. */
  private refresh(line: Line): boolean {
    const { actual, shown, next } = this.replay(line, this.time);
    const nextAt = next ?? Number.POSITIVE_INFINITY;
    // An entry made before for another time is passed over when it comes out of the heap.
    if (next !== null && nextAt !== line.nextAt) this.due.push(nextAt, line);
    line.nextAt = nextAt;
    this.account(line, actual);
    if (shown.updateTime === actual.updateTime) this.held.delete(line);
    else if (!this.held.has(line)) {
      this.held.add(line);
      this.faults.count('late-change');
    }
    if (shown.updateTime === line.updateTime) return false;
    line.updateTime = shown.updateTime;
    return true;
  }

  /** Money follows what is, not what is shown. */
  private account(line: Line, actual: State): void {
    if (actual.payTime === null) return;
    const { payment, service } = amountsOf(line, actual);
    if (actual.settledTime !== null && line.earned === null) {
      line.earned = 0;
      this.settled.push({ at: actual.settledTime, line, amount: service });
    }
    const shop = line.offer.product.shop.number;
    let sums = this.shopSums.get(shop);
    if (sums === undefined) {
      sums = { paid: 0, earned: 0, pending: 0 };
      this.shopSums.set(shop, sums);
    }
    sums.paid += payment - line.paid;
    line.paid = payment;
    const pending = pendingOf(line, actual);
    sums.pending += pending - line.pending;
    this.pending += pending - line.pending;
    line.pending = pending;
    const earned = actual.commissionStatus === 100 ? service : 0;
    sums.earned += earned - (line.earned ?? 0);
    if (line.earned !== null) line.earned = earned;
  }

  private index(fresh: readonly Line[], moved: readonly Line[]): void {
    this.byCreate.add(fresh, 0);
    this.byUpdate.add([...moved, ...fresh], moved.length);
    this.settled.sort((a, b) => compareKeys(a.at, a.line, b.at, b.line));
    for (const settlement of this.settled) this.settlements.push(settlement);
    this.settled = [];
  }
}

/** What a line adds to the fees that wait for settlement: those of paid orders, fen. */
export function pendingOf(line: Line, state: State): number {
  return state.commissionStatus === 20 && state.payTime !== null ? amountsOf(line, state).service : 0;
}
