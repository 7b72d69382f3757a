import { createHmac } from 'node:crypto';
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { DeskError } from '../../../shared/contract/result.ts';
import { networkFailure } from '../platform/failure.ts';
import { type RetryOptions, withRetry } from '../platform/retry.ts';

/** With its repetitions a dead server costs staff about a minute. */
const TIMEOUT_MS = 8_000;

/**
 * The address of an HTTPS target. Plain http is for this machine only, and no user name or password may stand in it:
 * the address is kept in the database. Throws `feed.bad_target`.
 */
export function feedAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const loopback = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback);
  if (!url || !safe) throw new DeskError('feed.bad_target', { url: text, reason: 'not_https' });
  if (url.username || url.password)
    throw new DeskError('feed.bad_target', { url: `${url.origin}${url.pathname}`, reason: 'password_in_address' });
  return url;
}

/** Hex HMAC-SHA256 over `timestamp.body`: nobody without the secret can make, change or later replay a feed. */
export function feedSignature(secret: string, timestamp: number, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/**
 * Posts a feed, signed. `timestamp` in Unix seconds. Tries again on 5xx, 429, timeouts and cut connections; follows no
 * redirect, which would hand the shelf to an address staff did not name. Throws `feed.refused`.
 */
export async function postFeed(
  target: { url: URL; secret: string },
  feed: { body: string; timestamp: number },
  options: RetryOptions = {},
): Promise<void> {
  const { url, secret } = target;
  const limits = { connect: { timeout: TIMEOUT_MS }, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS };
  const dispatcher: Dispatcher = url.protocol === 'http:' ? new Agent(limits) : new EnvHttpProxyAgent(limits);
  try {
    await withRetry(() => post(url, dispatcher, feed, feedSignature(secret, feed.timestamp, feed.body)), options);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    throw new DeskError(
      'feed.refused',
      {
        url: `${url.origin}${url.pathname}`,
        status: Number(/_(\d+)$/.exec(error.code)?.[1] ?? 0) || null,
        reason: error.code,
      },
      { cause: error },
    );
  } finally {
    await dispatcher.close();
  }
}

async function post(
  url: URL,
  dispatcher: Dispatcher,
  feed: { body: string; timestamp: number },
  signature: string,
): Promise<void> {
  const answer = await request(url, {
    method: 'POST',
    dispatcher,
    body: feed.body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-league-desk-timestamp': String(feed.timestamp),
      'x-league-desk-signature': signature,
    },
  }).catch((error: unknown) => {
    throw networkFailure(error, url.origin);
  });
  await answer.body.dump();
  if (answer.statusCode < 200 || answer.statusCode > 299) throw new DeskError(`network.http_${answer.statusCode}`);
}
