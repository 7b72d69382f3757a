import { onTestFinished } from 'vitest';
import { startSandbox } from '../../electron/sandbox/server.ts';
import { createPlatform, type Platform } from '../../electron/service/platform/platform.ts';
import { openStore, type Store } from '../../electron/service/store/store.ts';
import { syncOrders } from '../../electron/service/sync/orders.ts';
import { emptyTally, type Tally } from '../../electron/service/sync/tally.ts';
import { tempFolder } from './temp-folder.ts';

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

export interface SyncWorld {
  sandbox: Sandbox;
  store: Store;
  platform: Platform;
  /** One sync of the orders; `abort` cuts it off. */
  sync(options?: { since?: number; signal?: AbortSignal; asked?: boolean }): Promise<Tally>;
}

/** A small stand-in world with a clock that stands still, and empty books beside it. */
export async function syncWorld(options: Parameters<typeof startSandbox>[0] = {}): Promise<SyncWorld> {
  const sandbox = await startSandbox({ seed: 7, orders: 400, now: 1_795_000_000, frozen: true, ...options });
  onTestFinished(() => sandbox.close());
  const store = await openStore(tempFolder());
  onTestFinished(() => store.close());
  const platform = createPlatform({
    baseUrl: sandbox.url,
    credentials: { appId: sandbox.appId, secret: sandbox.secret },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  onTestFinished(() => platform.close());
  return {
    sandbox,
    store,
    platform,
    async sync({ since, signal, asked } = {}) {
      await platform.reach();
      const tally = emptyTally('orders');
      await syncOrders(
        {
          store,
          platform,
          tally,
          signal: signal ?? new AbortController().signal,
          asked: asked ?? true,
          progress: () => {},
          told: () => {},
        },
        { since: since ?? null },
      );
      return tally;
    },
  };
}
