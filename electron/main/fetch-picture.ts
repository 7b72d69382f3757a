import { net } from 'electron';
import { type FetchPicture, LARGEST_PICTURE } from './picture-cache.ts';

const PATIENCE_MS = 15_000;

/** Through Electron's own network, so that the system's proxy is used; without cookies or other traces of the page. */
export const fetchPicture: FetchPicture = async (address) => {
  const leave = new AbortController();
  const answer = await net.fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([leave.signal, AbortSignal.timeout(PATIENCE_MS)]),
  });
  const said = Number(answer.headers.get('content-length') ?? 0);
  if (!answer.ok || !answer.body || said > LARGEST_PICTURE) {
    leave.abort();
    return null;
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    // What does not say how long it is may have no end.
    if (bytes > LARGEST_PICTURE) {
      leave.abort();
      return null;
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
};
