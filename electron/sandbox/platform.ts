/** The platform as a whole: world, clock, orders, tokens, limits and faults, and what is remembered of them. */
import { SandboxClock } from './clock.ts';
import { type Fault, Faults, LONGEST_DELAY, parseFaults } from './faults.ts';
import { Limits } from './limits.ts';
import { OrderBook } from './orders/book.ts';
import { keyOf, type Line } from './orders/line.ts';
import type { State } from './orders/state.ts';
import { mix } from './random.ts';
import { Refusals } from './refusals.ts';
import { readState, writeState } from './state-file.ts';
import { Tokens } from './tokens.ts';
import type { JournalEntry } from './world/journal.ts';
import { World } from './world/world.ts';

/** Fixed, so that a demo institution can be written down once. */
export const APP_ID = 'wx5a0db0c000000001';
export const SECRET = '5a0db0c05a0db0c05a0db0c05a0db0c0';
const NAME = '示例带货机构（演示）';

const DEFAULT_SEED = 20260101;
const DEFAULT_ORDERS = 20_000;
/** A clock that ticks or is dragged needs no write for every move. */
const SAVE_AFTER_MS = 200;
/** Seconds the platform runs ahead of the machine at clock-skew rate 1. */
const FULL_SKEW = 3600;

export interface PlatformOptions {
  seed?: number;
  orders?: number;
  faults?: string;
  /** What the faults are drawn from; the world's seed when absent. */
  faultSeed?: number;
  /** Unix seconds: the anchor of a new world, and where the clock stands at the start. */
  now?: number;
  /** A clock that only moves when it is moved. */
  frozen?: boolean;
  stateFile?: string;
}

export class Platform {
  readonly seed: number;
  readonly orders: number;
  readonly clock: SandboxClock;
  readonly tokens: Tokens;
  readonly limits = new Limits();
  readonly refusals = new Refusals();
  readonly faults: Faults;
  readonly world: World;
  /** Where pictures are served; known once the server listens. */
  baseUrl = '';
  private book: OrderBook;
  private readonly stateFile: string | undefined;
  private saving: NodeJS.Timeout | undefined;
  private skew = 0;
  private movedBack = false;

  constructor(options: PlatformOptions) {
    this.stateFile = options.stateFile;
    const old = this.stateFile === undefined ? undefined : readState(this.stateFile);
    const machine = Math.floor(Date.now() / 1000);
    // A world that is remembered stays as it was drawn, whatever is asked for now.
    this.seed = old?.seed ?? options.seed ?? DEFAULT_SEED;
    this.orders = old?.orders ?? options.orders ?? DEFAULT_ORDERS;
    this.clock = new SandboxClock(old?.clock ?? { offset: 0, frozenAt: null });
    if (options.now !== undefined) this.clock.set(options.now);
    if (options.frozen !== undefined) this.clock.freeze(options.frozen);
    this.tokens = new Tokens(mix(this.seed, machine));
    this.faults = new Faults(options.faultSeed ?? this.seed);
    this.world = new World(this.seed, old?.anchor ?? this.clock.now(), { appid: APP_ID, name: NAME });
    for (const entry of old?.journal ?? []) this.world.record(entry);
    this.book = new OrderBook(this.world, this.orders, this.faults);
    this.clock.moved = () => {
      this.movedBack ||= this.clock.now() < this.book.now;
      this.saveSoon();
    };
    if (options.faults !== undefined) {
      // A world that is new always had its faults; one that is remembered was shown without them.
      this.turn(parseFaults(options.faults), old === undefined ? Number.NEGATIVE_INFINITY : this.clock.now());
    }
    this.current();
    this.save();
  }

  /** The order book brought up to the clock. Every call starts here. */
  current(): OrderBook {
    // A machine whose clock is corrected backwards by a second does not take events back; a moved clock does.
    if (this.movedBack) {
      this.faults.rewind(this.clock.now());
      this.book = new OrderBook(this.world, this.orders, this.faults);
    }
    this.movedBack = false;
    this.book.advanceTo(Math.max(this.clock.now(), this.book.now));
    return this.book;
  }

  /** Whether lists show an order at an instant; the fault `late-visible` keeps some back for hours. */
  isVisible(line: Line, unix: number): boolean {
    if (line.visibleAt > unix) return false;
    if (line.visibleAt + LONGEST_DELAY <= unix) return true;
    return this.faults.hiddenUntil('late-visible', line.orderId, line.visibleAt) <= unix;
  }

  /** Whether order/get knows an order its list already names; the fault `missing-detail` says no for hours. */
  hasDetail(line: Line, state: State, unix: number): boolean {
    return this.faults.missingUntil(keyOf(line), state.updateTime) <= unix;
  }

  /** Takes something done to the world into its memory, at once and for good. */
  record(entry: JournalEntry): void {
    this.world.record(entry);
    // Rows that move while lists are read are many and nobody's decision: they can wait for the next write.
    if (entry.kind === 'touch') this.saveSoon();
    else this.save();
    if (entry.kind === 'refund' || entry.kind === 'touch') this.current().touch(entry.order);
  }

  /** From the clock's present time on. A seed starts the draws again from it. */
  setFaults(rates: ReadonlyMap<Fault, number>, seed?: number): void {
    this.turn(rates, this.current().now, seed);
    this.current().switched();
  }

  private turn(rates: ReadonlyMap<Fault, number>, since: number, seed?: number): void {
    this.faults.set(rates, since, seed);
    const skew = Math.round(this.faults.rate('clock-skew') * FULL_SKEW);
    const change = skew - this.skew;
    this.skew = skew;
    if (change !== 0) {
      if (skew !== 0) this.faults.count('clock-skew');
      this.clock.advance(change);
    }
  }

  private saveSoon(): void {
    if (this.stateFile === undefined) return;
    this.saving ??= setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  /** Writes the state file now; also stops a write that waits. */
  save(): void {
    clearTimeout(this.saving);
    this.saving = undefined;
    if (this.stateFile === undefined) return;
    const { offset, frozenAt } = this.clock.start();
    writeState(this.stateFile, {
      version: 1,
      seed: this.seed,
      orders: this.orders,
      anchor: this.world.anchor,
      // The skew is a fault, not a place in time.
      clock: { offset: offset - this.skew, frozenAt: frozenAt === null ? null : frozenAt - this.skew },
      journal: this.world.journal,
    });
  }
}
