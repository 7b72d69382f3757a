import { Agent, request } from 'undici';
import type { PreparedCall } from './prepared-platform.ts';

/**
 * Makes the same calls again in the same order, `concurrency` at a time, and throws the replies away. The HTTP client
 * is the service's own, set up the same way.
 */
export async function bareCalls(url: string, calls: readonly PreparedCall[], concurrency: number): Promise<void> {
  const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 20_000 });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  let next = 0;
  const lane = async () => {
    for (let call = calls[next++]; call; call = calls[next++]) {
      const path = `${call.path}?access_token=prepared`;
      const answer = await request(url + path, { method: 'POST', body: call.body, headers, dispatcher });
      await answer.body.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  await dispatcher.close();
}
