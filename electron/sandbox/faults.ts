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
  'gone',
  'reset',
  'truncated',
  'html',
  'slow',
  'no-date',
  'missing-detail',
  'stale-detail',
  'late-visible',
  'late-change',
  'shifting-pages',
  'lists-shrink',
  'unknown-codes',
  'unknown-fields',
  'bare-ids',
  'single-object-list',
  'no-permission',
  'ip-not-allowed',
  'long-range',
  'clock-skew',
] as const;

export type Fault = (typeof FAULTS)[number];

/**
 * Refused spans above this, times the rate, while `long-range` is on; the platform names no limit, the merchant's own
 * list has 7 days.
 */
export const LONGEST_RANGE = 7 * 24 * HOUR;
/** Calls a burst takes: a full minute limit stays full for some, a network that is gone for a few more. */
const BURSTS = { '45011': [3, 8], gone: [5, 20] } as const;
/**
 * Calls between two killed tokens. The platform refuses forced refreshes less than 30 seconds apart, whoever asks; at
 * the pace callers keep that is some 200 calls, also for a clock that stands still.
 */
const CALLS_BETWEEN_KILLS = 200;
/** No fault keeps anything of one order back for longer, seconds. */
export const LONGEST_DELAY = 6 * HOUR;

/** How the switches stood from an instant (Unix seconds) on. */
interface Setting {
  since: number;
  rates: ReadonlyMap<Fault, number>;
  seed: number;
}

export class Faults {
  readonly hits = new Map<Fault, number>();
  /** Switches that were on at some time. */
  readonly everOn = new Set<Fault>();
  /** Milliseconds a slow reply waits. */
  slowMs = 3000;
  /** What the draws start from, as it was given. */
  seed: number;
  /**
   * Every setting so far. A fault that belongs to an order follows the setting that held at the instant it is about:
   * turning a switch never takes back what callers were shown already.
   */
  private readonly settings: Setting[];
  private random: Random;
  private readonly bursts = { '45011': 0, gone: 0 };
  private sinceKill = CALLS_BETWEEN_KILLS;

  constructor(seed: number) {
    this.seed = seed;
    this.settings = [{ since: Number.NEGATIVE_INFINITY, rates: new Map(), seed: mix(seed, 'faults') }];
    this.random = new Random(mix(seed, 'faults'));
  }

  /** The rates that are not zero now. */
  get rates(): ReadonlyMap<Fault, number> {
    return this.present.rates;
  }

  /** Grows with every setting; what was reckoned under another number may no longer hold. */
  get turns(): number {
    return this.settings.length;
  }

  rate(fault: Fault): number {
    return this.rates.get(fault) ?? 0;
  }

  /** Draws a fault for the present call and counts it as a hit. */
  strikes(fault: Fault): boolean {
    if (!this.draws(fault)) return false;
    this.count(fault);
    return true;
  }

  /** Draws a fault that may find nothing to do; the caller counts it when it did. */
  draws(fault: Fault): boolean {
    const rate = this.rate(fault);
    return rate > 0 && this.random.chance(rate);
  }

  /** A fault that stays for a few calls once it came. */
  strikesBurst(fault: keyof typeof BURSTS): boolean {
    if (this.rate(fault) === 0) return false;
    const [least, most] = BURSTS[fault];
    if (this.bursts[fault] === 0 && this.draws(fault)) this.bursts[fault] = this.random.int(least, most);
    if (this.bursts[fault] === 0) return false;
    this.bursts[fault]--;
    this.count(fault);
    return true;
  }

  /** Somebody else with our credentials refreshes by force. */
  strikesToken(): boolean {
    if (this.sinceKill++ < CALLS_BETWEEN_KILLS || !this.strikes('token-killed')) return false;
    this.sinceKill = 0;
    return true;
  }

  /** Until when `missing-detail` lasts for an order's line, counted from `since`; 0 when it does not hit this line. */
  missingUntil(key: string, since: number): number {
    const { seed } = this.present;
    const rate = this.rate('missing-detail');
    if (rate === 0 || unitOf(seed, 'missing-detail', key) >= rate) return 0;
    return since + delayOf(seed, 'missing-detail', key);
  }

  /**
   * Until when something that came to be at `at` stays hidden, Unix seconds: `at` itself when the fault does not hit
   * it, else one to six hours later, or when the switch is turned off.
   */
  hiddenUntil(fault: 'late-visible' | 'late-change', key: string, at: number): number {
    const i = this.indexAt(at);
    const { rates, seed } = this.settings[i] as Setting;
    const rate = rates.get(fault) ?? 0;
    if (rate === 0 || unitOf(seed, fault, key, at) >= rate) return at;
    const until = at + delayOf(seed, fault, key, at);
    const off = this.settings.slice(i + 1).find((setting) => !setting.rates.has(fault));
    return off === undefined ? until : Math.min(until, off.since);
  }

  /** A number from the seed that held at an instant if the fault hits `key` under that setting. */
  drawnAt(fault: Fault, key: string, at: number): number | undefined {
    const { rates, seed } = this.settings[this.indexAt(at)] as Setting;
    const rate = rates.get(fault) ?? 0;
    return rate > 0 && unitOf(seed, fault, key) < rate ? mix(seed, fault, key, 'which') : undefined;
  }

  count(fault: Fault): void {
    this.hits.set(fault, (this.hits.get(fault) ?? 0) + 1);
  }

  /** One of a few ways to fail, fairly drawn. */
  pick<T>(ways: readonly T[]): T {
    return this.random.pick(ways);
  }

  /** Holds from `since` (Unix seconds) on. A seed starts the draws again from it. */
  set(rates: ReadonlyMap<Fault, number>, since: number, seed?: number): void {
    if (seed !== undefined) {
      this.seed = seed;
      this.random = new Random(mix(seed, 'faults'));
    }
    const on = new Map([...rates].filter(([, rate]) => rate > 0));
    for (const fault of on.keys()) this.everOn.add(fault);
    this.settings.push({ since, rates: on, seed: mix(this.seed, 'faults') });
    this.bursts['45011'] = 0;
    this.bursts.gone = 0;
  }

  /** A clock that was moved back takes the later settings with it; the last of them holds from then on. */
  rewind(now: number): void {
    while (this.settings.length > 1 && (this.settings[this.settings.length - 2] as Setting).since > now) {
      this.settings.splice(-2, 1);
    }
    this.present.since = Math.min(this.present.since, now);
  }

  private get present(): Setting {
    return this.settings[this.settings.length - 1] as Setting;
  }

  private indexAt(unix: number): number {
    let i = this.settings.length - 1;
    // What happened in the very second of a setting was shown before it.
    while (i > 0 && (this.settings[i] as Setting).since >= unix) i--;
    return i;
  }
}

/** One to six hours, seconds. */
function delayOf(seed: number, fault: Fault, ...key: readonly (number | string)[]): number {
  return HOUR + (mix(seed, fault, ...key, 'length') % (LONGEST_DELAY - HOUR));
}

/** `name:rate,name:rate`; a name alone means rate 1, `all:rate` every fault a caller gets past by trying or waiting. */
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
