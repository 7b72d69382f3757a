import { randomUUID } from 'node:crypto';
import { DeskError } from '../../../shared/contract/result.ts';
import type { PosterContent } from '../../../shared/poster.ts';
import { checkPng } from './save.ts';

export interface PosterOrder {
  order_id: string;
  content: PosterContent;
}

export type PosterDrawn = { png: Uint8Array } | { failure: string };

interface Open {
  order: PosterOrder;
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
  /** Milliseconds of this process' clock; null while it waits for somebody to draw it. */
  takenAt: number | null;
  tries: number;
}

export interface DeskTimes {
  /** An asker waits this long for an order before it is answered with none. */
  pollMs: number;
  /** Nobody asked for this long while orders wait: the window that draws is gone. */
  silentMs: number;
  /** An order out for longer is given out again, to another window perhaps. */
  lostMs: number;
}

const TIMES: DeskTimes = { pollMs: 15_000, silentMs: 30_000, lostMs: 20_000 };
const MOST_TRIES = 3;

/**
 * Between whoever wants posters drawn and whoever can draw. This process has no canvas: a window of the program asks
 * for orders, draws them, and gives the files back.
 */
export class PosterDesk {
  readonly #times: DeskTimes;
  readonly #open = new Map<string, Open>();
  readonly #waiting: string[] = [];
  readonly #askers: { want: number; answer(orders: PosterOrder[]): void }[] = [];
  #heardAt = performance.now();
  #watch: NodeJS.Timeout | null = null;

  constructor(times: DeskTimes = TIMES) {
    this.#times = times;
  }

  /** The poster as PNG. Throws `poster.window_gone`, `poster.not_a_png`, and `job.cancelled` when the signal says so. */
  draw(content: PosterContent, signal: AbortSignal): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const order: PosterOrder = { order_id: randomUUID(), content };
      const stop = () => this.#settle(order.order_id)?.reject(signal.reason);
      const free = () => signal.removeEventListener('abort', stop);
      signal.addEventListener('abort', stop, { once: true });
      if (this.#open.size === 0) this.#heardAt = performance.now();
      this.#open.set(order.order_id, {
        order,
        takenAt: null,
        tries: 0,
        resolve: (png) => {
          free();
          resolve(png);
        },
        reject: (error) => {
          free();
          reject(error);
        },
      });
      this.#waiting.push(order.order_id);
      this.#watch ??= setInterval(() => this.#look(), Math.min(1000, this.#times.silentMs / 4));
      this.#hand();
    });
  }

  /** Up to `want` orders, as soon as there is one; none when there was none for a while. */
  take(want: number): Promise<PosterOrder[]> {
    this.#heardAt = performance.now();
    return new Promise((resolve) => {
      const asker = {
        want,
        answer: (orders: PosterOrder[]) => {
          clearTimeout(timer);
          resolve(orders);
        },
      };
      const timer = setTimeout(() => {
        this.#askers.splice(this.#askers.indexOf(asker), 1);
        this.#heardAt = performance.now();
        resolve([]);
      }, this.#times.pollMs);
      timer.unref();
      this.#askers.push(asker);
      this.#hand();
    });
  }

  /** False: nobody waits for it any more. */
  give(orderId: string, drawn: PosterDrawn): boolean {
    this.#heardAt = performance.now();
    const open = this.#settle(orderId);
    if (!open) return false;
    if ('failure' in drawn) open.reject(new DeskError('poster.not_drawn', { reason: drawn.failure }));
    else {
      try {
        checkPng(drawn.png);
        open.resolve(drawn.png);
      } catch (error) {
        open.reject(error as Error);
      }
    }
    return true;
  }

  #hand(): void {
    while (this.#waiting.length > 0 && this.#askers.length > 0) {
      const { want, answer } = this.#askers.shift()!;
      const orders = this.#waiting.splice(0, want).map((id) => {
        const open = this.#open.get(id)!;
        open.takenAt = performance.now();
        open.tries += 1;
        return open.order;
      });
      answer(orders);
    }
  }

  #settle(orderId: string): Open | undefined {
    const open = this.#open.get(orderId);
    this.#open.delete(orderId);
    const at = this.#waiting.indexOf(orderId);
    if (at >= 0) this.#waiting.splice(at, 1);
    if (this.#open.size === 0 && this.#watch) {
      clearInterval(this.#watch);
      this.#watch = null;
    }
    return open;
  }

  #look(): void {
    const now = performance.now();
    if (this.#askers.length === 0 && now - this.#heardAt > this.#times.silentMs) {
      for (const id of [...this.#open.keys()]) this.#settle(id)?.reject(new DeskError('poster.window_gone'));
      return;
    }
    for (const [id, open] of this.#open) {
      if (open.takenAt === null || now - open.takenAt <= this.#times.lostMs) continue;
      if (open.tries >= MOST_TRIES) this.#settle(id)?.reject(new DeskError('poster.window_gone'));
      else {
        open.takenAt = null;
        this.#waiting.unshift(id);
      }
    }
    this.#hand();
  }
}
