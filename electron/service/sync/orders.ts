import { completeUntil, learnTime, timeNow } from './clock.ts';
import { recordHoursRead } from './completeness.ts';
import type { DetailReaders } from './detail-readers.ts';
import { detailReaders } from './detail-readers.ts';
import { inParallel } from './in-parallel.ts';
import { type KeyQueue, keyQueue } from './key-queue.ts';
import { addKnownPoint } from './known-points.ts';
import { noteWideOverlap } from './lateness.ts';
import { type Listing, orderListing } from './listing.ts';
import { planWindows } from './plan.ts';
import { quarantined, quarantinedKeys } from './quarantine.ts';
import { readAgain } from './read-again.ts';
import type { SyncTask } from './task.ts';
import { type Wanted, wantedKeys } from './wanted.ts';
import {
  addWindow,
  dropWindow,
  dropWindows,
  moveOrderCursor,
  orderCursor,
  plannedRange,
  type SyncWindow,
  setListedUntil,
  windows,
} from './window.ts';

/** Listing pauses while so many keys wait for their detail. */
const AHEAD = 2000;
/** Windows listed side by side. */
const LANES = 4;
/** A run that took longer, in seconds, reads what came meanwhile in one more round, so that it ends close to now. */
const TAIL = 120;

export interface OrderPlan {
  /** Also history back to here, Unix seconds. */
  since: number | null;
  /** Only the keys of the quarantine. */
  quarantineOnly?: boolean;
}

interface OrderRun {
  task: SyncTask;
  queue: KeyQueue;
  readers: DetailReaders;
  listing: Listing;
  wanted: Wanted;
}

/**
 * Brings the commission orders up to the platform's now, then fetches history that was asked for. Stage one lists
 * keys into a durable queue, stretch and place in one transaction; stage two reads each key's detail.
 */
export async function syncOrders(task: SyncTask, plan: OrderPlan): Promise<void> {
  const { store, platform, tally } = task;
  await learnTime(platform, task.signal);
  const startedAt = timeNow(platform);
  const queue = keyQueue(store);
  const readers = detailReaders(task, queue, orderCursor(store).known_as_of);
  const run = { task, queue, readers, listing: orderListing(task), wanted: wantedKeys(store) };
  queue.addVolatile(quarantinedKeys(store, task.asked ? null : startedAt));
  readers.wake();
  try {
    if (!plan.quarantineOnly) {
      await readCurrent(run, startedAt, plan.since);
      await readHistory(run);
    }
    await readers.drained();
  } finally {
    tally.quarantined = quarantined(store);
    tally.known_as_of = orderCursor(store).known_as_of;
  }
}

async function readCurrent(run: OrderRun, startedAt: number, since: number | null): Promise<void> {
  const { task, queue, readers } = run;
  const overlap = planWindows(task.store, startedAt, since);
  await listWindows(run);
  await readAgain(task, queue, readers);
  await readers.drained();
  const known = await readTail(run, startedAt);
  // A first sync has read everything there is; it is as wide as can be.
  closeWindows(task, known, overlap ?? Number.POSITIVE_INFINITY);
}

/**
 * Reads what happened while the run was reading. A row that moved after `startedAt` and before its stretch was listed
 * left that stretch unread, and it is here that it is found. Gives the time up to which everything is known: the
 * start of the last and short round, because what moves during that round is for the next run.
 */
async function readTail(run: OrderRun, startedAt: number): Promise<number> {
  const { store, platform } = run.task;
  for (let known = startedAt; ; ) {
    const now = timeNow(platform);
    if (now > known) addWindow(store, { axis: 'updated', start: known, end: now, plannedAt: now });
    await listWindows(run);
    await run.readers.drained();
    if (now - known <= TAIL) return Math.min(known, completeUntil(platform, store));
    known = now;
  }
}

/** Everything up to `known` is read: the windows have served. */
function closeWindows(task: SyncTask, known: number, overlap: number): void {
  const { store, platform } = task;
  const now = timeNow(platform);
  store.transaction(() => {
    const cursor = orderCursor(store);
    const first = plannedRange(store, 'updated').first ?? known;
    const coveredFrom = Math.min(first, cursor.covered_from ?? first);
    const knownAsOf = Math.max(known, cursor.known_as_of ?? 0);
    moveOrderCursor(store, { known_as_of: knownAsOf, covered_from: coveredFrom });
    recordHoursRead(store, 'orders', { from: first, to: knownAsOf }, now);
    addKnownPoint(store, knownAsOf, coveredFrom);
    noteWideOverlap(store, overlap, now);
    dropWindows(store, 'updated');
  });
}

/** History month by month, the newest first; each counts as soon as it is read. */
async function readHistory(run: OrderRun): Promise<void> {
  const { task, readers } = run;
  const { store, platform } = task;
  for (;;) {
    const window = newestHistory(run);
    if (!window) return;
    await listWindow(run, window);
    await readers.drained();
    store.transaction(() => {
      const { known_as_of, covered_from } = orderCursor(store);
      moveOrderCursor(store, { known_as_of, covered_from: Math.min(window.start_at, covered_from ?? window.start_at) });
      recordHoursRead(store, 'orders', { from: window.start_at, to: window.end_at }, timeNow(platform));
      dropWindow(store, window);
    });
    task.told();
  }
}

/** Also one that is listed to its end and was cut off before it was read. */
function newestHistory({ task }: OrderRun): SyncWindow | undefined {
  return windows(task.store, 'created').at(-1);
}

async function listWindows(run: OrderRun): Promise<void> {
  const open = windows(run.task.store, 'updated').filter((window) => window.listed_until < window.end_at);
  await inParallel(open, LANES, (window) => listWindow(run, window));
}

async function listWindow({ task, queue, readers, listing, wanted }: OrderRun, window: SyncWindow): Promise<void> {
  const { store, platform } = task;
  await listing.list(window, async (keys, stretch) => {
    const now = timeNow(platform);
    store.transaction(() => {
      const listedFrom = stretch.axis === 'updated' ? stretch.from : null;
      queue.add(wanted(keys, window, stretch, now), listedFrom, now);
      // A stretch may reach into the platform's future when the machine's clock was wrong; that part is not listed.
      const until = Math.min(stretch.to, stretch.askedAt ?? window.listed_until);
      if (until > window.listed_until) setListedUntil(store, window, until);
    });
    readers.wake();
    await readers.below(AHEAD);
  });
}
