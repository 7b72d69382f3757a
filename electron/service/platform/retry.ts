import { setTimeout as delay } from 'node:timers/promises';
import { DeskError } from '../../../shared/contract/result.ts';
import { platformCode } from './failure.ts';
import { TOKEN_ENDPOINT } from './token.ts';

/** How often a call is tried in all, and how long the first wait is; each further wait doubles. */
interface Patience {
  tries: number;
  firstWaitMs: number;
}

const NONE: Patience = { tries: 1, firstWaitMs: 0 };
/** The platform is busy or something between us hiccuped. */
const SHORT: Patience = { tries: 7, firstWaitMs: 150 };
/** 45011 speaks of a minute and may come again in the next one. The pacer holds the endpoint's calls back meanwhile. */
const MINUTE: Patience = { tries: 14, firstWaitMs: 0 };
const LONGEST_WAIT_MS = 20_000;
/** The token was refused again after it was renewed: another program of the institution renews it at the same time. */
const CONTENDED: Patience = { tries: 3, firstWaitMs: 500 };
/** Nobody answers: say so soon, staff wait for the message. */
const UNREACHABLE: Patience = { tries: 4, firstWaitMs: 200 };

function patienceFor(error: unknown): Patience {
  const code = platformCode(error);
  if (code === 45011) return MINUTE;
  if (code === -1 || code === 45009) return SHORT;
  // At the token's own endpoint 40001 means that the secret is wrong, and no waiting helps.
  if ((code === 40001 || code === 42001) && (error as DeskError).params.endpoint !== TOKEN_ENDPOINT) return CONTENDED;
  if (!(error instanceof DeskError)) return NONE;
  if (error.code === 'network.unreachable') return UNREACHABLE;
  if (error.code === 'network.timeout' || error.code === 'network.not_json') return SHORT;
  return /^network\.http_(5\d\d|429)$/.test(error.code) ? SHORT : NONE;
}

export interface RetryOptions {
  signal?: AbortSignal | undefined;
  /** Replaced in tests, which do not wait. */
  wait?: ((ms: number) => Promise<void>) | undefined;
  random?: (() => number) | undefined;
}

/** Seconds of a Retry-After header, when the failure carries one. */
function retryAfterMs(error: unknown): number {
  const seconds = error instanceof DeskError ? Number(error.params.retry_after ?? 0) : 0;
  return Number.isFinite(seconds) ? Math.min(seconds, 120) * 1000 : 0;
}

/** Runs `attempt` until it succeeds or the patience for its failure is at an end; then throws that failure. */
export async function withRetry<T>(attempt: (tryNumber: number) => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const random = options.random ?? Math.random;
  const wait = options.wait ?? ((ms: number) => delay(ms, undefined, options.signal ? { signal: options.signal } : {}));
  // Counted apart: a burst of 45011 must not use up the patience for the gateway's page that comes after it.
  const failures = new Map<Patience, number>();
  for (let tryNumber = 1; ; tryNumber += 1) {
    try {
      return await attempt(tryNumber);
    } catch (error) {
      const patience = patienceFor(error);
      const failed = (failures.get(patience) ?? 0) + 1;
      failures.set(patience, failed);
      if (failed >= patience.tries || options.signal?.aborted) throw error;
      // Full jitter on the upper half: many workers that failed together do not come back together.
      const backoff = Math.min(patience.firstWaitMs * 2 ** (failed - 1), LONGEST_WAIT_MS) * (0.5 + random() / 2);
      const pause = Math.max(backoff, retryAfterMs(error));
      if (pause > 0) await wait(pause);
    }
  }
}
