import type { Platform } from '../platform/platform.ts';
import type { Store } from '../store/store.ts';
import type { Tally } from './tally.ts';

/** What one resource's sync works with. */
export interface SyncTask {
  store: Store;
  platform: Platform;
  signal: AbortSignal;
  tally: Tally;
  /** Tells how far it is; `of` is null while the end is not known. */
  progress(queued: number, of: number | null): void;
}
