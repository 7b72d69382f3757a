import { createHash } from 'node:crypto';

/** What a file is known by: the same bytes are the same file, whatever it is called. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
