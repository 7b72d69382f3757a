import type { Client, Link } from '../../shared/contract/client.ts';
import { DeskError } from '../../shared/contract/result.ts';
import type { SyncStatus } from '../../shared/contract/sync.ts';
import type { Context } from './context.ts';
import { jobs } from './job.ts';
import { setFeedSecret } from './listing/feed-secret.ts';
import { PLATFORM_ADDRESS, platformAddress } from './platform/address.ts';
import { platformClock } from './platform/clock.ts';
import { createPlatform, type Platform } from './platform/platform.ts';
import type { Credentials } from './platform/token.ts';
import { router } from './router.ts';
import { createHandlers } from './routes.ts';
import { readSetting, writeSetting } from './store/setting.ts';
import { openStore, readOnlyStore, type Store } from './store/store.ts';
import { requestLedger } from './sync/ledger.ts';
import { markInterrupted } from './sync/run.ts';

export interface ServiceOptions {
  dataDir: string;
  institution: { id: string; name: string; demo: boolean };
  /** Null: everything works but what needs the platform. */
  credentials: Credentials | null;
  /** Left out: the address last used with this data folder, or the platform's own. */
  baseUrl?: string | undefined;
  /** Name for decisions while staff have given none. */
  staff?: string | undefined;
  version: string;
  /** The key of the feed's signature, where it is kept from one start to the next; `keepFeedSecret` hears of changes. */
  feedSecret?: string | null | undefined;
  keepFeedSecret?: ((secret: string | null) => void) | undefined;
  /**
   * For commands that only read: when another program has the books open, work on a read-only connection. Whatever
   * would write then fails with `store.locked`.
   */
  readBesideWriter?: boolean;
  log?: (line: string) => void;
}

export interface Service {
  /** Serves a window. */
  serve(link: Link): void;
  /** A client in this process. */
  client(): Client;
  /** Tries to reach the platform once, so that a page opened offline says so. Never throws. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the institution's books and serves the contract. Throws `DeskError` store.*, network.bad_address, credentials.*. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const store = await openBooks(options);
  try {
    return serviceOf(store, options);
  } catch (error) {
    store.close();
    throw error;
  }
}

async function openBooks({ dataDir, readBesideWriter }: ServiceOptions): Promise<Store> {
  try {
    const store = await openStore(dataDir);
    markInterrupted(store);
    return store;
  } catch (error) {
    if (!readBesideWriter || !(error instanceof DeskError) || error.code !== 'store.locked') throw error;
    return readOnlyStore(dataDir);
  }
}

function serviceOf(store: Store, options: ServiceOptions): Service {
  const { credentials, institution, dataDir } = options;
  const log = options.log ?? (() => {});
  const baseUrl = platformAddress(options.baseUrl ?? readSetting(store, 'base_url') ?? PLATFORM_ADDRESS);
  const appId = checkInstitution(store, credentials);
  const ledger = requestLedger(store);
  let running: SyncStatus['running'] = null;
  let worked = false;
  const lastSkew = Number(readSetting(store, 'clock_skew') ?? 0);
  const platform: Platform | null = credentials
    ? createPlatform({
        baseUrl,
        credentials,
        lastSkew,
        onCall(call) {
          ledger.record(call);
          if (call.outcome !== 'ok') return;
          if (!worked) remember(store, { app_id: credentials.appId, base_url: baseUrl });
          worked = true;
        },
      })
    : null;

  const clock = platform?.clock ?? platformClock(lastSkew);

  const context: Context = {
    store,
    dataDir,
    institution: { ...institution, appId },
    connected: platform !== null,
    platform() {
      if (!platform) throw new DeskError('credentials.missing');
      return platform;
    },
    now: () => clock.now(),
    staff: () => readSetting(store, 'staff') ?? options.staff ?? '',
    emit: (name, data) => serving.emit(name, data),
    keepFeedSecret: options.keepFeedSecret,
    changed: (...topics) => {
      // What the pages read next includes the newest calls.
      ledger.flush();
      serving.emit('data.changed', { topics: [...new Set(topics)] });
    },
  };
  setFeedSecret(context, options.feedSecret ?? null);
  const work = jobs((job) => {
    if (job.kind === 'sync' && job.state !== 'running') running = null;
    serving.emit('job.changed', job);
  });
  const handlers = createHandlers(context, {
    jobs: work,
    baseUrl,
    version: options.version,
    flushLedger: ledger.flush,
    clockSkew: () => platform?.clock.skew() ?? null,
    running: () => running,
    setRunning: (view) => {
      running = view;
    },
  });
  const serving = router(handlers, log);

  return {
    serve: serving.serve,
    client: serving.client,
    async probe() {
      await platform?.reach().catch(() => {});
      context.changed('status');
    },
    async close() {
      await work.close();
      await platform?.close();
      try {
        ledger.flush();
        const skew = platform?.clock.skew() ?? null;
        if (skew !== null) remember(store, { clock_skew: String(skew) });
      } finally {
        store.close();
      }
    },
  };
}

/** One data folder holds one institution's books: another AppID must not be mixed into them. Gives the AppID. */
function checkInstitution(store: Store, credentials: Credentials | null): string | null {
  const known = readSetting(store, 'app_id');
  if (credentials && known && known !== credentials.appId)
    throw new DeskError('credentials.other_institution', { known, given: credentials.appId });
  return credentials?.appId ?? known;
}

/** Only what has worked is remembered, so that a mistyped AppID or address does not stick to the folder. */
function remember(store: Store, worked: Partial<Record<'app_id' | 'base_url' | 'clock_skew', string>>): void {
  for (const [key, value] of Object.entries(worked))
    if (readSetting(store, key) !== value) writeSetting(store, key, value);
}
