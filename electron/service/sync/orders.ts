import { DeskError } from '../../../shared/contract/result.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { type OrderKey, readOrderKeys } from '../platform/endpoints/orders.ts';
import { platformCode } from '../platform/failure.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { type DetailReaders, detailReaders } from './detail-readers.ts';
import { type KeyQueue, keyQueue } from './key-queue.ts';
import { quarantined, quarantinedKeys } from './quarantine.ts';
import type { SyncTask } from './task.ts';
import {
  addWindow,
  closeWindows,
  halveWindow,
  listedWindows,
  openWindow,
  planWindows,
  type SyncWindow,
} from './window.ts';

/** Unsettled rows are read again when nobody looked at them for so long: not every change moves the update time. */
const READ_AGAIN_AFTER = 3 * DAY_SECONDS;
/** Listing pauses while so many keys wait for their detail. */
const AHEAD = 2000;
/** A run that took longer, in seconds, reads what came meanwhile in one more round, so that it ends close to now. */
const TAIL = 120;
const CONFIRMATIONS = 3;

/**
 * Brings the commission orders up to the platform's now. Stage one lists keys by update time into a durable queue,
 * page and cursor in one transaction; stage two reads each key's detail. A killed run goes on where it was.
 */
export async function syncOrders(task: SyncTask, since: number | null): Promise<void> {
  const { store, platform, tally } = task;
  const startedAt = platform.clock.now();
  const queue = keyQueue(store);
  const readers = detailReaders(task, queue);

  queue.addVolatile(quarantinedKeys(store));
  readers.wake();
  planWindows(store, startedAt, since);
  await listOpenWindows(task, queue, readers);
  await readAgain(task, queue, readers);
  await readers.drained();
  await confirm(task, queue, readers, startedAt);
  tally.known_as_of = closeWindows(store, await readTail(task, queue, readers, startedAt));
  tally.quarantined = quarantined(store);
}

/**
 * Reads what happened while the run was reading. A row that moved after `startedAt` and before its window was listed
 * left that window unread, and it is here that it is found. Gives the time up to which everything is known: the
 * start of the last and short round, because what moves during that round is for the next run.
 */
async function readTail(task: SyncTask, queue: KeyQueue, readers: DetailReaders, startedAt: number): Promise<number> {
  const { store, platform } = task;
  for (let known = startedAt; ; ) {
    const now = platform.clock.now();
    addWindow(store, known, now);
    await listOpenWindows(task, queue, readers);
    await readers.drained();
    if (now - known <= TAIL) return known;
    known = now;
  }
}

async function listOpenWindows(task: SyncTask, queue: KeyQueue, readers: DetailReaders): Promise<void> {
  for (let window = openWindow(task.store); window; window = openWindow(task.store)) {
    await listWindow(task, queue, readers, window);
  }
}

async function listWindow(task: SyncTask, queue: KeyQueue, readers: DetailReaders, window: SyncWindow): Promise<void> {
  const { store, platform } = task;
  const seen = new Set<string>();
  let nextKey = window.next_key;
  let begunAnew = false;
  for (;;) {
    let page: Awaited<ReturnType<typeof readOrderKeys>>;
    try {
      page = await readOrderKeys(platform, rangeOf(window), nextKey, task.signal);
    } catch (error) {
      if (platformCode(error) !== 10_024_000) throw error;
      // A cursor of an earlier run that is no longer taken: the window starts anew, once. After that, or on page 1,
      // the range is too long for this platform.
      if (nextKey !== null && !begunAnew) {
        begunAnew = true;
        nextKey = null;
        seen.clear();
        setNextKey(store, window, null);
        continue;
      }
      if (halveWindow(store, window)) return;
      throw nextKey === null
        ? error
        : new DeskError('sync.no_progress', { endpoint: 'order/list/get' }, { cause: error });
    }
    const repeated = page.nextKey !== null && seen.has(page.nextKey);
    nextKey = repeated || page.keys.length === 0 ? null : page.nextKey;
    if (nextKey) seen.add(nextKey);
    store.transaction(() => {
      queue.add(page.keys, platform.clock.now());
      setNextKey(store, window, nextKey);
      if (nextKey === null)
        store.run(sql`update sync_window set state = 'listed' where window_id = ${window.window_id}`);
    });
    readers.wake();
    if (nextKey === null) return;
    await readers.below(AHEAD);
  }
}

/** The `Date` header has whole seconds, so the platform may be up to one second further than we know. */
function rangeOf(window: SyncWindow): { start: number; end: number } {
  return { start: window.start_at, end: window.end_at + 1 };
}

function setNextKey(store: Store, window: SyncWindow, nextKey: string | null): void {
  store.run(sql`update sync_window set next_key = ${nextKey} where window_id = ${window.window_id}`);
}

async function readAgain(task: SyncTask, queue: KeyQueue, readers: DetailReaders): Promise<void> {
  const before = task.platform.clock.now() - READ_AGAIN_AFTER;
  // All at once and not page by page: reading a row moves it in this very index.
  const keys = task.store.all<OrderKey>(
    sql`select order_id, sku_id from commission_order
      where (commission_status is null or commission_status not in (100, 200)) and last_read_at < ${before}
      order by last_read_at`,
  );
  queue.addVolatile(keys);
  readers.wake();
}

/**
 * A row that changes while its window is being listed leaves it, and rows behind it may slip to a page already read;
 * nothing in the replies tells. So where anything was new or changed, or a killed run's window was taken up again,
 * the keys are listed once more and those that nobody read since the start are fetched, until a round finds none.
 * Keys only: a thirtieth of the calls, and none in a world that stands still.
 */
async function confirm(task: SyncTask, queue: KeyQueue, readers: DetailReaders, startedAt: number): Promise<void> {
  const moving = task.tally.inserted + task.tally.changed > 0;
  let suspects = listedWindows(task.store).filter((window) => moving || window.confirm === 1);
  for (let round = 0; round < CONFIRMATIONS && suspects.length > 0; round += 1) {
    const found: SyncWindow[] = [];
    for (const window of suspects) {
      const missed = await missedKeys(task, window, startedAt);
      if (missed.length === 0) continue;
      task.store.transaction(() => queue.add(missed, task.platform.clock.now()));
      found.push(window);
    }
    await readers.drained();
    suspects = found;
  }
}

async function missedKeys(task: SyncTask, window: SyncWindow, startedAt: number): Promise<OrderKey[]> {
  const readSince = task.store.prepare(
    `select exists (select 1 from commission_order where order_id = ? and sku_id = ? and last_read_at >= ?)
         or exists (select 1 from quarantine where order_id = ? and sku_id = ? and last_try_at >= ?)`,
  );
  const missed: OrderKey[] = [];
  const seen = new Set<string>();
  let nextKey: string | null = null;
  do {
    const page = await readOrderKeys(task.platform, rangeOf(window), nextKey, task.signal);
    for (const key of page.keys) {
      const { order_id, sku_id } = key;
      const known = readSince.pluck().get(order_id, sku_id, startedAt, order_id, sku_id, startedAt);
      if (!known) missed.push(key);
    }
    nextKey = page.keys.length > 0 && page.nextKey !== null && !seen.has(page.nextKey) ? page.nextKey : null;
    if (nextKey) seen.add(nextKey);
  } while (nextKey !== null);
  return missed;
}
