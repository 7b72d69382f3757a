import { emptyTally, type Tally } from '../../electron/service/sync/tally.ts';
import type { SyncTask } from '../../electron/service/sync/task.ts';
import type { Resource } from '../../shared/contract/sync.ts';
import type { TestDesk } from './desk-context.ts';

/** One run of one resource at a platform whose answers the test lays out. */
export async function runResource(
  desk: TestDesk,
  resource: Resource,
  sync: (task: SyncTask) => Promise<void>,
): Promise<Tally> {
  const tally = emptyTally(resource);
  await sync({
    store: desk.store,
    platform: desk.platform(),
    tally,
    signal: new AbortController().signal,
    asked: true,
    progress: () => {},
    told: () => {},
  });
  return tally;
}
