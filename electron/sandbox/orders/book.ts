/** The commission orders of the world, brought up to the clock whenever it is asked. */
import { DAY, dayOf, startOfDay } from '../clock.ts';
import type { World } from '../world/world.ts';
import { type CluePurchase, cluesOf } from './clue.ts';
import { DueHeap } from './heap.ts';
import { type Line, Resolver } from './line.ts';
import { type Purchase, purchasesOf } from './purchase.ts';
import { replay, type State } from './state.ts';
import { TimeIndex } from './time-index.ts';

/** Days before the anchor that have orders. */
const HISTORY_DAYS = 100;

/** A settlement that happened, for the flow of funds. */
export interface Settlement {
  at: number;
  line: Line;
}

export class OrderBook {
  readonly byUpdate = new TimeIndex((line) => line.updateTime);
  readonly byCreate = new TimeIndex((line) => line.createTime);
  readonly byOrder = new Map<string, Line[]>();
  /** By the shop's number, in the order they became visible. */
  readonly byShop = new Map<number, Line[]>();
  /** In order of time. */
  readonly settlements: Settlement[] = [];
  readonly clues: CluePurchase[] = [];
  private readonly world: World;
  private readonly orders: number;
  private readonly resolver: Resolver;
  private readonly due = new DueHeap<Purchase | Line>();
  private nextDay: number;
  private time = 0;
  private settlementsInOrder = true;

  /** `orders` is the number of commission orders a hundred days bring. */
  constructor(world: World, orders: number) {
    this.world = world;
    this.orders = orders;
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
      if ('lines' in entry.what) {
        for (const line of this.appear(entry.what)) fresh.push(line);
      } else if (this.refresh(entry.what)) moved.add(entry.what);
    }
    this.index(fresh, [...moved]);
  }

  /** Looks at an order's lines again after something was done to it by hand at the present instant. */
  touch(orderId: string): void {
    this.index(
      [],
      (this.byOrder.get(orderId) ?? []).filter((line) => this.refresh(line)),
    );
  }

  stateOf(line: Line, unix = this.time): State {
    return replay(line, unix, this.world.refunds.get(line.orderId)).state;
  }

  find(orderId: string, skuId: string): Line | undefined {
    return this.byOrder.get(orderId)?.find((line) => line.skuId === skuId);
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

  /** Brings a line's update time up to now and notes its next event; whether the update time moved. */
  private refresh(line: Line): boolean {
    const { state, next } = replay(line, this.time, this.world.refunds.get(line.orderId));
    if (next !== null) this.due.push(next, line);
    if (state.updateTime === line.updateTime) return false;
    if (state.settledTime !== null && state.settledTime > line.updateTime) {
      const last = this.settlements[this.settlements.length - 1];
      if (last !== undefined && last.at > state.settledTime) this.settlementsInOrder = false;
      this.settlements.push({ at: state.settledTime, line });
    }
    line.updateTime = state.updateTime;
    return true;
  }

  private index(fresh: readonly Line[], moved: readonly Line[]): void {
    this.byCreate.add(fresh, 0);
    this.byUpdate.add([...moved, ...fresh], moved.length);
    if (!this.settlementsInOrder) this.settlements.sort((a, b) => a.at - b.at);
    this.settlementsInOrder = true;
  }
}

/** The first second a world has orders of. */
export function historyStart(anchor: number): number {
  return startOfDay(dayOf(anchor)) - HISTORY_DAYS * DAY;
}
