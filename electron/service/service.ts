import type { BackgroundNews, MainOrder } from '../../shared/background-link.ts';
import type { Client, Link } from '../../shared/contract/client.ts';
import { DeskError } from '../../shared/contract/result.ts';
import { background } from './background/background.ts';
import { freeBytes } from './background/free-disk.ts';
import { systemClock } from './background/system-clock.ts';
import type { Context } from './context.ts';
import { driftObserver } from './drift/observe.ts';
import { dropUnfinishedRows } from './import/unfinished.ts';
import { jobs } from './job.ts';
import { setFeedSecret } from './listing/feed-secret.ts';
import { completeOrderBooks, deriver } from './order/deriver.ts';
import { isLocalAddress, PLATFORM_ADDRESS, platformAddress } from './platform/address.ts';
import { platformClock } from './platform/clock.ts';
import { createPlatform, type Platform } from './platform/platform.ts';
import type { Credentials } from './platform/token.ts';
import { raisePlanEnds } from './product/plan-ends.ts';
import { completeCatalogue } from './product/title-index.ts';
import { readingThreads } from './reading/threads.ts';
import { router } from './router.ts';
import { createHandlers } from './routes.ts';
import { dropUnfinishedLines } from './settlement/close.ts';
import { continueInterrupted } from './staging/continue.ts';
import { markBatchesInterrupted } from './staging/engine.ts';
import { scheduleRunner } from './statement/schedule/runner.ts';
import { readSetting, writeSetting } from './store/setting.ts';
import { openStore, readOnlyStore, type Store } from './store/store.ts';
import { syncControl } from './sync/control.ts';
import { forgetOldDays, requestLedger } from './sync/ledger.ts';
import { keepLimit, knownLimits } from './sync/limits.ts';
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
  /** Sync by itself, as settings and machine allow. Left out, only what is asked for happens. */
  background?: boolean;
  /** Hears how background sync stands, for whoever shows it beside the window. */
  onBackground?: ((news: BackgroundNews) => void) | undefined;
  /** Hears after a sync which pictures are worth having offline. */
  onPictures?: ((addresses: string[]) => void) | undefined;
  /** Hears when a window that draws posters is wanted, and when no longer. */
  onDrawing?: ((wanted: boolean) => void) | undefined;
  log?: (line: string) => void;
}

export interface Service {
  /** Serves a window. */
  serve(link: Link): void;
  /** A client in this process. */
  client(): Client;
  /** Tries to reach the platform once, so that a page opened offline says so. Never throws. */
  probe(): Promise<void>;
  /** Tells background sync what happens to the machine. */
  machine(news: Extract<MainOrder, { type: 'machine' }>['news']): void;
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
    markBatchesInterrupted(store);
    completeOrderBooks(store);
    completeCatalogue(store);
    dropUnfinishedLines(store);
    dropUnfinishedRows(store);
    return store;
  } catch (error) {
    if (!readBesideWriter || !(error instanceof DeskError) || error.code !== 'store.locked') throw error;
    return readOnlyStore(dataDir);
  }
}

function serviceOf(store: Store, options: ServiceOptions): Service {
  const { credentials, dataDir } = options;
  const log = options.log ?? (() => {});
  const baseUrl = platformAddress(options.baseUrl ?? readSetting(store, 'base_url') ?? PLATFORM_ADDRESS);
  const appId = checkInstitution(store, credentials);
  const institution = { ...options.institution, name: institutionName(store, options.institution.name) };
  const ledger = requestLedger(store);
  const drift = driftObserver(store);
  let worked = false;
  const lastSkew = Number(readSetting(store, 'clock_skew') ?? 0);
  const platform: Platform | null = credentials
    ? createPlatform({
        baseUrl,
        credentials,
        lastSkew,
        limits: { known: knownLimits(store), learned: (limit) => store.writable && keepLimit(store, limit) },
        onReply: (endpoint, { value, text }) => drift.observe(endpoint, value, text, clock.now()),
        onCall(call) {
          ledger.record(call);
          if (call.outcome !== 'ok') return;
          if (!worked) remember(store, { app_id: credentials.appId, base_url: baseUrl });
          worked = true;
        },
      })
    : null;

  const clock = platform?.clock ?? platformClock(lastSkew);
  if (store.writable) {
    forgetOldDays(store, clock.now());
    raisePlanEnds(store, clock.now());
  }
  /** Calls and findings wait in memory; a full disk refuses them, and the books are not the worse for it. */
  const writeNotes = () => {
    if (!store.writable) return;
    ledger.flush();
    drift.flush();
  };

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
    wantPictures: options.onPictures,
    drawing: options.onDrawing,
    changed: (...topics) => {
      // What the pages read next includes the newest calls.
      writeNotes();
      serving.emit('data.changed', { topics: [...new Set(topics)] });
      derivation.wake();
      if (topics.includes('settlement')) plans?.wake();
    },
  };
  setFeedSecret(context, options.feedSecret ?? null);
  const derivation = deriver(store, { now: () => clock.now(), done: () => context.changed('orders') });
  const work = jobs((job) => {
    behind.jobChanged(job);
    serving.emit('job.changed', job);
  });
  const sync = syncControl(context, work);
  const behind = background({
    context,
    sync,
    clock: systemClock,
    random: Math.random,
    freeBytes: () => freeBytes(dataDir),
    local: isLocalAddress(baseUrl),
    active: options.background ?? false,
    tell: (news) => options.onBackground?.(news),
  });
  const plans =
    options.background && store.writable ? scheduleRunner({ context, jobs: work, clock: systemClock }) : null;
  const staged =
    options.background && store.writable ? continueInterrupted({ context, jobs: work, clock: systemClock }) : null;
  const reading = readingThreads(dataDir);
  const handlers = createHandlers(context, {
    jobs: work,
    baseUrl,
    version: options.version,
    writeNotes,
    clockSkew: () => platform?.clock.skew() ?? null,
    sync,
    background: behind,
    reading,
    plansChanged: () => plans?.wake(),
  });
  const serving = router(handlers, log);

  derivation.wake();
  return {
    serve: serving.serve,
    client: serving.client,
    async probe() {
      await platform?.reach().catch(() => {});
      context.changed('status');
    },
    machine: behind.machine,
    async close() {
      behind.close();
      plans?.close();
      staged?.close();
      derivation.close();
      await Promise.all([work.close(), reading.close()]);
      await platform?.close();
      try {
        writeNotes();
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

/** A command line is told no name: what it hands out bears the one the window was last opened with. */
function institutionName(store: Store, given: string): string {
  if (given === '') return readSetting(store, 'institution_name') ?? '';
  remember(store, { institution_name: given });
  return given;
}

/** Only what has worked is remembered, so that a mistyped AppID or address does not stick to the folder. */
function remember(
  store: Store,
  worked: Partial<Record<'app_id' | 'base_url' | 'clock_skew' | 'institution_name', string>>,
): void {
  // Beside a program that has the books open, that one remembers.
  if (!store.writable) return;
  for (const [key, value] of Object.entries(worked))
    if (readSetting(store, key) !== value) writeSetting(store, key, value);
}
