import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { DeskError } from '../../../shared/contract/result.ts';
import type { PlatformClock } from './clock.ts';
import { dispatchPost } from './dispatch.ts';
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

  const url = new URL(baseUrl);
  const base = { origin: url.origin, path: url.pathname.replace(/\/+$/, '') };

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
      let answer: Awaited<ReturnType<typeof dispatchPost>>;
      try {
        answer = await dispatchPost(dispatcher, { origin: base.origin, path: base.path + path, body }, signal);
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        throw networkFailure(error, baseUrl);
      }
      const { headers, status, text } = answer;
      const date = headers.date;
      clock.observe(Array.isArray(date) ? date[0] : date);
      if (status !== 200) {
        const retryAfter = headers['retry-after'];
        throw new DeskError(`network.http_${status}`, {
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
