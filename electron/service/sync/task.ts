import type { Platform } from '../platform/platform.ts';
import type { Store } from '../store/store.ts';
import type { Tally } from './tally.ts';

/** What one resource's sync works with. */
export interface SyncTask {
  store: Store;
  platform: Platform;
  signal: AbortSignal;
  tally: Tally;
  /** Staff asked for the run and wait for it: everything that could have changed is looked at. */
  asked: boolean;
  /** Tells how far it is; `of` is null while the end is not known. */
  progress(queued: number, of: number | null): void;
  /** What was read so far counts: open pages may read it. */
  told(): void;
}
