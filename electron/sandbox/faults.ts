/**
 * Fault switches. A rate between 0 and 1 is drawn per call, or per order where the fault belongs to an order; what is
 * drawn follows the seed and the count of calls, and every hit is counted.
 */
import { HOUR } from './clock.ts';
import { mix, Random, unitOf } from './random.ts';

export const FAULTS = [
  'token-killed',
  '45009',
  '45011',
  'busy',
  'http-5xx',
  'reset',
  'truncated',
  'html',
  'slow',
  'missing-detail',
  'late-visible',
  'bare-ids',
  'single-object-list',
  'unknown-fields',
  'no-permission',
  'ip-not-allowed',
  'long-range',
  'clock-skew',
] as const;

export type Fault = (typeof FAULTS)[number];

/** Refused spans above this while `long-range` is on; the platform names no limit, the merchant's own list has 7 days. */
export const LONGEST_RANGE = 7 * 24 * HOUR;
/** A full minute limit stays full for some calls: 45011 comes in bursts. */
const BURST = [3, 8] as const;
/**
 * Calls between two killed tokens. The platform refuses forced refreshes less than 30 seconds apart, whoever asks; at
 * the pace callers keep that is some 200 calls, also for a clock that stands still.
 */
const CALLS_BETWEEN_KILLS = 200;

export class Faults {
  readonly rates = new Map<Fault, number>();
  readonly hits = new Map<Fault, number>();
  /** Milliseconds a slow reply waits. */
  slowMs = 3000;
  private readonly seed: number;
  private readonly random: Random;
  private burst = 0;
  private sinceKill = CALLS_BETWEEN_KILLS;

  constructor(seed: number) {
    this.seed = mix(seed, 'faults');
    this.random = new Random(this.seed);
  }

  rate(fault: Fault): number {
    return this.rates.get(fault) ?? 0;
  }

  /** Draws a fault for the present call. */
  strikes(fault: Fault): boolean {
    const rate = this.rate(fault);
    if (rate === 0 || !this.random.chance(rate)) return false;
    this.count(fault);
    return true;
  }

  /** A minute limit that is reached, and stays so for a few calls. */
  strikesBurst(): boolean {
    if (this.rate('45011') === 0) return false;
    if (this.burst === 0 && this.strikes('45011')) this.burst = this.random.int(...BURST);
    else if (this.burst > 0) this.count('45011');
    if (this.burst === 0) return false;
    this.burst--;
    return true;
  }

  /** Somebody else with our credentials refreshes by force. */
  strikesToken(): boolean {
    if (this.sinceKill++ < CALLS_BETWEEN_KILLS || !this.strikes('token-killed')) return false;
    this.sinceKill = 0;
    return true;
  }

  /** Until when a fault that belongs to one order lasts, counted from `since`; 0 when it does not hit this order. */
  lasts(fault: 'missing-detail' | 'late-visible', key: string, since: number): number {
    const rate = this.rate(fault);
    if (rate === 0 || unitOf(this.seed, fault, key) >= rate) return 0;
    return since + HOUR + (mix(this.seed, fault, key, 'length') % (5 * HOUR));
  }

  count(fault: Fault): void {
    this.hits.set(fault, (this.hits.get(fault) ?? 0) + 1);
  }

  /** One of a few ways to fail, fairly drawn. */
  pick<T>(ways: readonly T[]): T {
    return this.random.pick(ways);
  }

  set(rates: ReadonlyMap<Fault, number>): void {
    this.rates.clear();
    for (const [fault, rate] of rates) if (rate > 0) this.rates.set(fault, rate);
    this.burst = 0;
  }
}

/** `name:rate,name:rate`; a name alone means rate 1, `all:rate` every fault that leaves the world reachable. */
export function parseFaults(list: string): Map<Fault, number> {
  const rates = new Map<Fault, number>();
  for (const part of list.split(',').filter((text) => text.trim() !== '')) {
    const [name, text = '1'] = part.trim().split(':');
    const rate = Number(text);
    if (text === '' || !(rate >= 0 && rate <= 1)) throw new RangeError(`fault rate must be between 0 and 1: ${part}`);
    if (name === 'all') {
      for (const fault of FAULTS) if (!LASTING.has(fault)) rates.set(fault, rate);
    } else if (FAULTS.includes(name as Fault)) rates.set(name as Fault, rate);
    else throw new RangeError(`unknown fault: ${name}; known are ${FAULTS.join(', ')}`);
  }
  return rates;
}

/** Faults a caller cannot get past by trying again, or that are a setting rather than a chance: not part of `all`. */
const LASTING: ReadonlySet<Fault> = new Set(['no-permission', 'ip-not-allowed', 'long-range', 'clock-skew']);
