import { setTimeout as delay } from 'node:timers/promises';
import { DeskError } from '../../../shared/contract/result.ts';
import { type PlatformClock, platformClock } from './clock.ts';
import { readQuota } from './endpoints/quota.ts';
import { platformCode } from './failure.ts';
import { createHttp } from './http.ts';
import { type EndpointLimit, pacer } from './pacer.ts';
import { type Reply, readReply, ridOf } from './reply.ts';
import { withRetry } from './retry.ts';
import { type Credentials, TOKEN_ENDPOINT, tokenKeeper } from './token.ts';
import { number, text, wire } from './wire.ts';

/** One try of one call, for the request ledger. Never carries a token or a secret. */
export interface CallRecord {
  at: number;
  endpoint: string;
  outcome: string;
  millis: number;
  rid: string | null;
  tryNumber: number;
}

export interface Platform {
  /**
   * POSTs `body` to an endpoint with the institution's token. A refused token is renewed once; busy, limited and
   * broken answers are tried again with growing waits. Throws `DeskError`: platform.<n>, network.*. An `unbroken` call
   * may be called off while it waits for its turn; once it is on its way its answer is heard, for it changes something.
   */
  call(
    endpoint: string,
    body: Record<string, unknown>,
    signal?: AbortSignal,
    options?: { unbroken?: boolean },
  ): Promise<Reply>;
  fetchFile(url: string, signal?: AbortSignal): Promise<{ type: string; bytes: Buffer }>;
  /** Gets a token: checks address, AppID and secret, and brings the platform's time. */
  reach(): Promise<void>;
  /** Learns the limits of endpoints that many calls are about to go to. Throws only when `signal` does. */
  learnLimits(endpoints: readonly string[], signal?: AbortSignal): Promise<void>;
  /** Milliseconds from one call of the endpoint to the next under the limit that is known; null where none is. */
  pace(endpoint: string): number | null;
  readonly clock: PlatformClock;
  readonly baseUrl: string;
  /** How many calls may be under way at once. */
  readonly concurrency: number;
  close(): Promise<void>;
}

export interface PlatformOptions {
  baseUrl: string;
  credentials: Credentials;
  onCall?: (record: CallRecord) => void;
  /** Hears of every reply that was no failure, before anyone makes use of it. */
  onReply?: (endpoint: string, reply: Reply) => void;
  /** What is known of the endpoints' limits, and who hears of what is learned. */
  limits?: { known: readonly EndpointLimit[]; learned(limit: EndpointLimit): void };
  concurrency?: number;
  /** Platform minus machine as last known, seconds; for the time before the first reply. */
  lastSkew?: number;
  wait?: (ms: number) => Promise<void>;
  /** The machine's clock, milliseconds; replaced in tests, whose machines are wrong. */
  machine?: () => number;
  /** Milliseconds that only grow; replaced with `wait` in tests. */
  monotonicMs?: () => number;
}

/** Token refused: wrong or not the newest (40001), malformed (40014), expired (42001). */
const TOKEN_REFUSED = new Set([40001, 40014, 42001]);
const CONCURRENCY = 16;

const tokenReply = wire({ access_token: text, expires_in: number });

export function createPlatform(options: PlatformOptions): Platform {
  const { credentials, baseUrl } = options;
  const clock = platformClock(options.lastSkew, options.machine);
  const http = createHttp(baseUrl, clock);
  const concurrency = options.concurrency ?? CONCURRENCY;

  const once = async (endpoint: string, path: string, body: string, tryNumber: number, signal?: AbortSignal) => {
    const started = performance.now();
    const record = (outcome: string, rid: string | null) =>
      options.onCall?.({
        at: clock.now(),
        endpoint,
        outcome,
        millis: Math.round(performance.now() - started),
        rid,
        tryNumber,
      });
    try {
      const answer = await http.post(path, body, signal);
      const reply = readReply(endpoint, answer.text);
      record('ok', null);
      options.onReply?.(endpoint, reply);
      return reply;
    } catch (error) {
      if (error instanceof DeskError) record(error.code, ridOf(String(error.params.message ?? '')));
      throw error;
    }
  };

  const tokens = tokenKeeper(async (forceRefresh) => {
    const endpoint = TOKEN_ENDPOINT;
    const body = JSON.stringify({
      grant_type: 'client_credential',
      appid: credentials.appId,
      secret: credentials.secret,
      force_refresh: forceRefresh,
    });
    const reply = await withRetry((tryNumber) => once(endpoint, endpoint, body, tryNumber), options);
    const parsed = tokenReply.parse(reply.value);
    return { token: parsed.access_token ?? '', expiresIn: parsed.expires_in ?? 7200 };
  });

  const withToken = async (endpoint: string, body: string, tryNumber: number, signal?: AbortSignal) => {
    const token = tokens.current() ?? (await tokens.get());
    const path = (used: string) => `${endpoint}?access_token=${encodeURIComponent(used)}`;
    try {
      return await once(endpoint, path(token), body, tryNumber, signal);
    } catch (error) {
      if (!TOKEN_REFUSED.has(platformCode(error) ?? 0)) throw error;
      tokens.drop(token);
      return once(endpoint, path(await tokens.get()), body, tryNumber, signal);
    }
  };

  // Asked beside the pacer: whoever asks holds a place there already.
  const asker = {
    call: (endpoint: string, body: Record<string, unknown>) => withToken(endpoint, JSON.stringify(body), 1),
  };
  const paced = pacer({
    concurrency,
    now: () => clock.now(),
    wait: (ms, signal) => options.wait?.(ms) ?? delay(ms, undefined, signal ? { signal } : {}),
    askQuota: (endpoint) => readQuota(asker, endpoint),
    known: options.limits?.known ?? [],
    learned: options.limits?.learned ?? (() => {}),
    ...(options.monotonicMs ? { monotonicMs: options.monotonicMs } : {}),
  });

  return {
    clock,
    baseUrl,
    concurrency,
    call: (endpoint, body, signal, { unbroken = false } = {}) => {
      const json = JSON.stringify(body);
      const send = (tryNumber: number) => {
        signal?.throwIfAborted();
        return withToken(endpoint, json, tryNumber, unbroken ? undefined : signal);
      };
      return withRetry((tryNumber) => paced.run(endpoint, () => send(tryNumber), signal), {
        wait: options.wait,
        signal,
      });
    },
    fetchFile: (url, signal) => paced.run('file', () => http.fetchFile(url, signal), signal),
    async learnLimits(endpoints, signal) {
      signal?.throwIfAborted();
      await paced.learn(endpoints);
      signal?.throwIfAborted();
    },
    pace: (endpoint) => paced.pace(endpoint),
    reach: async () => {
      await tokens.get();
    },
    close: () => http.close(),
  };
}
