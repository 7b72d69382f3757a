import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { DeskError } from '../../../shared/contract/result.ts';
import type { PlatformClock } from './clock.ts';
import { networkFailure } from './failure.ts';

export interface HttpAnswer {
  text: string;
}

export interface Http {
  /** One POST of JSON. Throws network.unreachable, .timeout, .http_<n>. `path` may carry a query. */
  post(path: string, body: string, signal?: AbortSignal): Promise<HttpAnswer>;
  /** A picture or other file of any https (or loopback) address. */
  fetchFile(url: string, signal?: AbortSignal): Promise<{ type: string; bytes: Buffer }>;
  close(): Promise<void>;
}

const LIMITS = { connectTimeout: 10_000, headersTimeout: 30_000, bodyTimeout: 30_000 };
const MAX_FILE_BYTES = 5_000_000;

/** Keep-alive connections to the platform; a proxy of the environment is respected, but never for loopback. */
export function createHttp(baseUrl: string, clock: PlatformClock): Http {
  const options = {
    connect: { timeout: LIMITS.connectTimeout },
    headersTimeout: LIMITS.headersTimeout,
    bodyTimeout: LIMITS.bodyTimeout,
    connections: 64,
    keepAliveTimeout: 20_000,
  };
  const loopback = /^http:/.test(baseUrl);
  const dispatcher: Dispatcher = loopback ? new Agent(options) : new EnvHttpProxyAgent(options);

  const send = async (url: string, init: Parameters<typeof request>[1], signal?: AbortSignal) => {
    try {
      return await request(url, { ...init, dispatcher, ...(signal ? { signal } : {}) });
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw networkFailure(error, baseUrl);
    }
  };

  return {
    async post(path, body, signal) {
      const answer = await send(
        baseUrl + path,
        { method: 'POST', body, headers: { 'content-type': 'application/json', accept: 'application/json' } },
        signal,
      );
      const date = answer.headers.date;
      clock.observe(Array.isArray(date) ? date[0] : date);
      let text: string;
      try {
        text = await answer.body.text();
      } catch (error) {
        // A connection cut in the middle of a body.
        if (signal?.aborted) throw signal.reason;
        throw networkFailure(error, baseUrl);
      }
      if (answer.statusCode !== 200) {
        const retryAfter = answer.headers['retry-after'];
        throw new DeskError(`network.http_${answer.statusCode}`, {
          base_url: baseUrl,
          retry_after: typeof retryAfter === 'string' ? retryAfter : null,
        });
      }
      return { text };
    },
    async fetchFile(url, signal) {
      const answer = await send(url, { method: 'GET' }, signal);
      const bytes = Buffer.from(
        await answer.body.arrayBuffer().catch((error: unknown) => {
          throw networkFailure(error, url);
        }),
      );
      if (answer.statusCode !== 200 || bytes.length > MAX_FILE_BYTES)
        throw new DeskError(`network.http_${answer.statusCode}`, { base_url: url });
      const type = answer.headers['content-type'];
      return { type: (typeof type === 'string' ? type : 'application/octet-stream').split(';')[0]!.trim(), bytes };
    },
    close: () => dispatcher.close(),
  };
}
