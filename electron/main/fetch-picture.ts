import { net } from 'electron';
import type { FetchPicture } from './picture-cache.ts';

const PATIENCE_MS = 15_000;

/** Through Electron's own network, so that the system's proxy is used; without cookies or other traces of the page. */
export const fetchPicture: FetchPicture = async (address) => {
  const answer = await net.fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const type = (answer.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  return answer.ok ? { type, bytes: Buffer.from(await answer.arrayBuffer()) } : null;
};
