import { type OrderReading, orderRecorder, type Recorded } from '../order/record.ts';
import { type OrderKey, readOrder, updateTimeOf } from '../platform/endpoints/orders.ts';
import { timeNow } from './clock.ts';
import { failsThisKeyOnly, MANY_IN_A_ROW, mayFailThisKeyOnly } from './detail-failure.ts';
import type { KeyQueue } from './key-queue.ts';
import { latenessNotes } from './lateness.ts';
import { quarantined, quarantineKey, releaseKey } from './quarantine.ts';
import { count } from './tally.ts';
import type { SyncTask } from './task.ts';

type Read = OrderReading | { key: OrderKey; failure: string };

/** Rows per transaction: large enough that committing costs little, small enough that a page never waits for it. */
const BATCH = 1000;
const BATCH_MS = 250;

export interface DetailReaders {
  /** Starts readers for keys that came in. */
  wake(): void;
  /** Resolves when no key waits and none is being read, with everything written down. Throws what stopped the run. */
  drained(): Promise<void>;
  /** Resolves when fewer than `limit` keys wait, so that listing does not run far ahead. */
  below(limit: number): Promise<void>;
}

/** A detail that lags behind the list is asked for so often in one run; then it waits for the next. */
const LAG_TRIES = 3;
/** So many details in a row of the run that lag: then the list means another time than the detail does. */
const LAG_OF_ALL = 50;

/**
 * Reads details of queued keys, as many at once as the platform client allows, and writes them in batches. `known`:
 * platform time up to which everything was known before this run.
 */
export function detailReaders(task: SyncTask, queue: KeyQueue, known: number | null): DetailReaders {
  const { store, platform, tally } = task;
  const record = orderRecorder(store);
  const lateness = latenessNotes(store, known);
  const lagging = new Map<string, number>();
  let lags = 0;
  let inTime = 0;
  let batch: Read[] = [];
  let flushedAt = performance.now();
  /** Whether the quarantine holds any key. */
  let aside = true;
  let active = 0;
  let failuresInARow = 0;
  let stopped: unknown = null;
  let waiters: (() => void)[] = [];

  const notify = () => {
    const all = waiters;
    waiters = [];
    for (const wakeUp of all) wakeUp();
  };

  /** Whether the detail shows a state older than the list spoke of: some servers of the platform are behind others. */
  const lagsBehind = ({ key, reply }: OrderReading): boolean => {
    const listedFrom = queue.listedFrom(key);
    const updatedAt = updateTimeOf(reply.value);
    if (listedFrom === null || updatedAt === null) return false;
    if (updatedAt >= listedFrom) inTime += 1;
    else lags += 1;
    return updatedAt < listedFrom && (lags < LAG_OF_ALL || lags < inTime);
  };

  const conclude = (reading: OrderReading, recorded: Recorded, at: number): void => {
    const { key } = reading;
    if (recorded === 'unreadable') {
      queue.done(key);
      quarantineKey(store, key, 'reply.unreadable', at);
      return;
    }
    if (lagsBehind(reading)) {
      const name = `${key.order_id}/${key.sku_id}`;
      const tries = (lagging.get(name) ?? 0) + 1;
      lagging.set(name, tries);
      if (tries < LAG_TRIES) {
        queue.again(key);
        return;
      }
      queue.done(key);
      quarantineKey(store, key, 'reply.lags_behind', at);
      count(tally, recorded);
      return;
    }
    if ((recorded === 'inserted' || recorded === 'changed') && queue.listedFrom(key) !== null)
      lateness.note(updateTimeOf(reading.reply.value) ?? at, at);
    queue.done(key);
    if (aside) releaseKey(store, key);
    count(tally, recorded);
  };

  const flush = () => {
    if (batch.length === 0) return;
    const reads = batch;
    batch = [];
    const at = timeNow(platform);
    store.transaction(() => {
      aside = quarantined(store) > 0;
      const readings = reads.filter((read) => 'reply' in read);
      for (const [index, recorded] of record(readings, at).entries()) conclude(readings[index]!, recorded, at);
      for (const read of reads) {
        if ('reply' in read) continue;
        queue.done(read.key);
        quarantineKey(store, read.key, read.failure, at);
      }
    });
    flushedAt = performance.now();
    task.progress(queue.waiting + active, null);
  };

  const readOne = async (key: OrderKey): Promise<Read> => {
    try {
      const reply = await readOrder(platform, key, task.signal);
      failuresInARow = 0;
      return { key, reply };
    } catch (error) {
      if (failsThisKeyOnly(error)) return { key, failure: error.code };
      failuresInARow += 1;
      if (mayFailThisKeyOnly(error) && failuresInARow < MANY_IN_A_ROW) return { key, failure: error.code };
      throw error;
    }
  };

  const worker = async () => {
    for (let key = queue.take(); key && stopped === null; key = queue.take()) {
      try {
        // Awaited first: `batch` is another list once a flush has come in between.
        const read = await readOne(key);
        batch.push(read);
        if (batch.length >= BATCH || performance.now() - flushedAt > BATCH_MS) flush();
      } catch (error) {
        queue.release(key);
        stopped ??= error;
      }
      notify();
    }
  };

  const wake = () => {
    // A worker takes its first key before it waits for anything, so `waiting` shrinks with every turn.
    while (stopped === null && active < platform.concurrency && queue.waiting > 0) {
      active += 1;
      void worker().finally(() => {
        active -= 1;
        notify();
      });
    }
  };

  const until = async (reached: () => boolean) => {
    while (!reached() && stopped === null) {
      await new Promise<void>((resolve) => waiters.push(resolve));
    }
  };

  return {
    wake,
    async below(limit) {
      await until(() => queue.waiting < limit);
      if (stopped !== null) throw await settled();
    },
    async drained() {
      wake();
      // Writing down may bring a key back that has to be read once more.
      while (stopped === null && (queue.waiting > 0 || active > 0 || batch.length > 0)) {
        await until(() => active === 0 && queue.waiting === 0);
        flush();
        wake();
      }
      if (stopped !== null) throw await settled();
    },
  };

  /** The run is over: wait for calls under way, keep what they brought, then say why. */
  async function settled(): Promise<unknown> {
    while (active > 0) await new Promise<void>((resolve) => waiters.push(resolve));
    flush();
    return stopped;
  }
}
