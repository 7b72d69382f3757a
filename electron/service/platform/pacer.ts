import { DeskError } from '../../../shared/contract/result.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { platformCode } from './failure.ts';

/** What the platform says of one endpoint (quota/get); null where it does not. */
export interface EndpointQuota {
  daily_limit: number | null;
  used: number | null;
  remain: number | null;
  call_count: number | null;
  refresh_seconds: number | null;
}

/** What is known of an endpoint's limits, kept from one start to the next. Instants are platform time. */
export interface EndpointLimit extends EndpointQuota {
  endpoint: string;
  asked_at: number | null;
  /** 'ok', or the code quota/get was refused with. */
  answer: string | null;
  /** Pace that refusals taught, calls a minute. */
  learned_per_minute: number | null;
  limited_at: number | null;
}

export interface Pacer {
  /**
   * Runs one call when there is room for it: so many at once for the whole account, and no faster than the endpoint
   * allows. Throws `platform.45009` without a call while the day's quota is known to be used up.
   */
  run<T>(endpoint: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Asks quota/get for endpoints whose limits were not asked for in the last day. What it does not tell stays unknown. */
  learn(endpoints: readonly string[]): Promise<void>;
  /** Milliseconds from one call to the next under the limit that is known; null where none is. */
  pace(endpoint: string): number | null;
}

export interface PacerOptions {
  concurrency: number;
  /** Platform time, Unix seconds. */
  now(): number;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Asks quota/get; throws like any call. */
  askQuota(endpoint: string): Promise<EndpointQuota>;
  known: readonly EndpointLimit[];
  /** Hears of everything that is learned. */
  learned(limit: EndpointLimit): void;
  monotonicMs?: () => number;
  random?: () => number;
}

const FULL_MINUTE = 45011;
const FULL_DAY = 45009;
/** Pause before one call tries whether a refused endpoint opens again; it doubles with each refusal. */
const FIRST_PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 20_000;
/** So many refusals one after another are a limit that was really reached, and no burst that passes. */
const REAL_AFTER = 4;
/** Stay this much below what refusals taught. */
const CAUTION = 0.9;
/** The pace learned doubles in this time, seconds: a limit is tried again by and by, and may have been raised. */
const FORGETTING = 600;
/** No refusal teaches a slower pace, calls a minute: another program may have used up the minute. */
const SLOWEST = 30;
/** quota/get is asked at most this often for an endpoint, seconds. */
const ASK_EVERY = 60;
/** An endpoint used this often since the start is worth asking about, once a day. */
const WORTH_ASKING = 500;
const BURST = 8;
/** A burst and the even pace after it must not fill a minute: so many calls of the limit belong to one of burst. */
const CALLS_PER_BURST = 10;

interface Lane {
  limit: EndpointLimit;
  /** Refused one after another since the last success; 0 while the endpoint is open. */
  refusals: number;
  probing: boolean;
  waiting: (() => void)[];
  calls: number;
  /** When the last calls succeeded, monotonic milliseconds: a pace is learned from the last minute. */
  done: number[];
  /** The platform has said in this session that the day's calls are used up. */
  usedUp: boolean;
  /** Earliest time the next call may start, monotonic milliseconds; null before there was a pace to keep. */
  nextAt: number | null;
  asking: Promise<void> | null;
}

/** One pacer for all calls of an account. It learns what the platform does not publish. */
export function pacer(options: PacerOptions): Pacer {
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  const random = options.random ?? Math.random;
  const lanes = new Map<string, Lane>();
  const known = new Map(options.known.map((limit) => [limit.endpoint, limit]));
  let active = 0;
  const queued: (() => void)[] = [];
  let head = 0;

  const laneOf = (endpoint: string): Lane => {
    let lane = lanes.get(endpoint);
    if (!lane) {
      const limit = known.get(endpoint) ?? unknownLimit(endpoint);
      lane = {
        limit,
        refusals: 0,
        probing: false,
        waiting: [],
        calls: 0,
        done: [],
        usedUp: false,
        nextAt: null,
        asking: null,
      };
      lanes.set(endpoint, lane);
    }
    return lane;
  };

  const learn = (lane: Lane, change: Partial<EndpointLimit>) => {
    lane.limit = { ...lane.limit, ...change };
    options.learned(lane.limit);
  };

  const ask = (lane: Lane): Promise<void> => {
    const { endpoint, asked_at } = lane.limit;
    if (asked_at !== null && Math.abs(options.now() - asked_at) < ASK_EVERY) return Promise.resolve();
    lane.asking ??= options
      .askQuota(endpoint)
      .then(
        (quota) => {
          lane.usedUp = quota.remain === 0;
          learn(lane, { ...quota, asked_at: options.now(), answer: 'ok' });
        },
        (error: unknown) =>
          learn(lane, {
            asked_at: options.now(),
            answer: error instanceof DeskError ? error.code : 'service.internal',
          }),
      )
      .finally(() => {
        lane.asking = null;
      });
    return lane.asking;
  };

  const wakeLane = (lane: Lane) => {
    const all = lane.waiting;
    lane.waiting = [];
    for (const wakeUp of all) wakeUp();
  };

  /** Waits until the endpoint takes calls. Gives true to the one call that has to find out. */
  const passGate = async (lane: Lane, signal?: AbortSignal): Promise<boolean> => {
    for (;;) {
      signal?.throwIfAborted();
      // Asked again now and then: staff may have cleared the quota in the console, or the day is over.
      if (lane.usedUp) await ask(lane);
      if (lane.usedUp) throw new DeskError('platform.45009', { endpoint: lane.limit.endpoint, remain: 0 });
      if (lane.refusals === 0) {
        const pauseMs = takeTurn(lane, options.now(), monotonicMs());
        if (pauseMs > 0) await options.wait(pauseMs, signal);
        return false;
      }
      if (!lane.probing) {
        lane.probing = true;
        const pause = Math.min(FIRST_PAUSE_MS * 2 ** (lane.refusals - 1), LONGEST_PAUSE_MS);
        try {
          await options.wait(pause * (0.75 + random() / 2), signal);
        } catch (error) {
          lane.probing = false;
          wakeLane(lane);
          throw error;
        }
        return true;
      }
      await new Promise<void>((resolve) => lane.waiting.push(resolve));
    }
  };

  const takePlace = (): Promise<void> | undefined => {
    if (active < options.concurrency) {
      active += 1;
      return undefined;
    }
    return new Promise((resolve) => queued.push(resolve));
  };

  const givePlace = () => {
    const next = queued[head];
    if (!next) {
      active -= 1;
      return;
    }
    head += 1;
    if (head > 1024) {
      queued.splice(0, head);
      head = 0;
    }
    next();
  };

  const succeeded = (lane: Lane) => {
    lane.calls += 1;
    lane.done.push(monotonicMs());
    if (lane.done.length > 4096) lane.done.splice(0, 2048);
    if (lane.refusals > 0) {
      lane.refusals = 0;
      wakeLane(lane);
    }
    if (lane.calls === WORTH_ASKING && (lane.limit.asked_at ?? 0) < options.now() - DAY_SECONDS) void ask(lane);
  };

  const refusedForNow = async (lane: Lane) => {
    lane.refusals += 1;
    if (lane.refusals !== REAL_AFTER) return;
    const since = monotonicMs() - 60_000;
    const lastMinute = lane.done.filter((at) => at > since).length;
    learn(lane, {
      limited_at: options.now(),
      learned_per_minute: Math.max(SLOWEST, Math.floor(lastMinute * CAUTION)),
    });
    await ask(lane);
  };

  return {
    async learn(endpoints) {
      const old = options.now() - DAY_SECONDS;
      await Promise.all(
        endpoints
          .map(laneOf)
          .filter(({ limit }) => limit.answer !== 'ok' || (limit.asked_at ?? 0) < old)
          .map(ask),
      );
    },
    pace(endpoint) {
      return millisPerCall(laneOf(endpoint).limit, options.now()) || null;
    },
    async run(endpoint, work, signal) {
      const lane = laneOf(endpoint);
      const probe = await passGate(lane, signal);
      const place = takePlace();
      if (place) await place;
      let refused = false;
      try {
        const answer = await work();
        succeeded(lane);
        return answer;
      } catch (error) {
        const code = platformCode(error);
        refused = code === FULL_MINUTE;
        // Calls under way when the first was refused tell nothing new.
        if (refused && (probe || lane.refusals === 0)) await refusedForNow(lane);
        if (code === FULL_DAY) await ask(lane);
        throw error;
      } finally {
        givePlace();
        if (probe) {
          // Whatever else came back, the endpoint does not refuse any more.
          if (!refused) lane.refusals = 0;
          lane.probing = false;
          wakeLane(lane);
        }
      }
    },
  };
}

/** Milliseconds to wait for the next turn under the pace that is known; 0 when there is none. */
function takeTurn(lane: Lane, now: number, monotonicMs: number): number {
  const every = millisPerCall(lane.limit, now);
  if (every === 0) return 0;
  // The first one waits for its turn, too: the program before a restart may just have had the one before.
  const start = Math.max(lane.nextAt ?? monotonicMs + every, monotonicMs - burstOf(lane.limit) * every);
  lane.nextAt = start + every;
  return Math.max(0, start - monotonicMs);
}

/** Calls that may follow one another at once after a rest. */
function burstOf({ call_count }: EndpointLimit): number {
  if (!call_count) return BURST;
  return Math.max(0, Math.min(BURST, Math.floor(call_count / CALLS_PER_BURST) - 1));
}

/** What the platform told is better than what was guessed. */
function millisPerCall(limit: EndpointLimit, now: number): number {
  const every = told(limit) ?? learned(limit, now) ?? 0;
  return every < 1 ? 0 : every;
}

function told({ call_count, refresh_seconds }: EndpointLimit): number | null {
  return call_count && refresh_seconds ? (refresh_seconds * 1000) / (call_count * CAUTION) : null;
}

function learned({ learned_per_minute, limited_at }: EndpointLimit, now: number): number | null {
  if (learned_per_minute === null || limited_at === null) return null;
  return 60_000 / (learned_per_minute * 2 ** (Math.abs(now - limited_at) / FORGETTING));
}

function unknownLimit(endpoint: string): EndpointLimit {
  return {
    endpoint,
    asked_at: null,
    answer: null,
    daily_limit: null,
    used: null,
    remain: null,
    call_count: null,
    refresh_seconds: null,
    learned_per_minute: null,
    limited_at: null,
  };
}
