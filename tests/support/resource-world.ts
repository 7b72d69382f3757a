import { onTestFinished } from 'vitest';
import { startSandbox } from '../../electron/sandbox/server.ts';
import { type DriftObserver, driftObserver } from '../../electron/service/drift/observe.ts';
import { createPlatform, type Platform } from '../../electron/service/platform/platform.ts';
import { openStore, type Store } from '../../electron/service/store/store.ts';
import { emptyTally, type Tally } from '../../electron/service/sync/tally.ts';
import type { SyncTask } from '../../electron/service/sync/task.ts';
import type { Resource } from '../../shared/contract/sync.ts';
import { tempFolder } from './temp-folder.ts';

export interface ResourceWorld {
  sandbox: Awaited<ReturnType<typeof startSandbox>>;
  store: Store;
  platform: Platform;
  drift: DriftObserver;
  /** Endpoints called since the last look, one entry a successful call. */
  calls: string[];
  /** One run of one resource. */
  run(resource: Resource, sync: (task: SyncTask) => Promise<void>): Promise<Tally>;
}

/** A small stand-in world with a clock that stands still, empty books, and an eye on every reply. */
export async function resourceWorld(options: Parameters<typeof startSandbox>[0] = {}): Promise<ResourceWorld> {
  const sandbox = await startSandbox({ seed: 7, orders: 400, now: 1_795_000_000, frozen: true, ...options });
  onTestFinished(() => sandbox.close());
  const store = await openStore(tempFolder());
  onTestFinished(() => store.close());
  const inner = createPlatform({
    baseUrl: sandbox.url,
    credentials: { appId: sandbox.appId, secret: sandbox.secret },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  onTestFinished(() => inner.close());
  const drift = driftObserver(store);
  const calls: string[] = [];
  const platform: Platform = {
    ...inner,
    async call(endpoint, body, signal) {
      const reply = await inner.call(endpoint, body, signal);
      calls.push(endpoint);
      drift.observe(endpoint, reply.value, reply.text, inner.clock.now());
      return reply;
    },
  };
  return {
    sandbox,
    store,
    platform,
    drift,
    calls,
    async run(resource, sync) {
      await platform.reach();
      const tally = emptyTally(resource);
      await sync({
        store,
        platform,
        tally,
        signal: new AbortController().signal,
        asked: true,
        progress: () => {},
        told: () => {},
      });
      return tally;
    },
  };
}
