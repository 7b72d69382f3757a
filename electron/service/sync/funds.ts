import { DAY_SECONDS, HOUR_SECONDS, type Unix } from '../../../shared/time.ts';
import { recordBalance, recordFlow, recordUnreadFlow, unknownFlows, unreadFlows } from '../funds/record.ts';
import { type Flow, flowIdPages, readBalance, readFlow } from '../platform/endpoints/funds.ts';
import { platformCode } from '../platform/failure.ts';
import { recordHoursRead } from './completeness.ts';
import { failsThisKeyOnly, MANY_IN_A_ROW, mayFailThisKeyOnly } from './detail-failure.ts';
import { inParallel } from './in-parallel.ts';
import { knownAsOf, setKnownAsOf } from './status.ts';
import { count } from './tally.ts';
import type { SyncTask } from './task.ts';

/** How far the first sync goes back. */
const FIRST = 180 * DAY_SECONDS;
/** Flows may become visible late: the last days are listed again every time. */
const OVERLAP = 3 * DAY_SECONDS;
/** The longest range the platform takes is not documented; a refused one is halved. */
const LONGEST = 30 * DAY_SECONDS;
const SHORTEST = HOUR_SECONDS;
/** Rows per transaction: a killed run reads no more than these again. */
const BATCH = 100;
const BAD_PARAMETER = 10_024_000;

/**
 * The balance, then the flows: ids by time, and the detail of those that are new. A flow never changes, so a known
 * one costs nothing but its place in the list. A killed run lists again from where the last complete one ended.
 */
export async function syncFunds(task: SyncTask): Promise<void> {
  const { store, platform, tally, signal } = task;
  const startedAt = platform.clock.now();
  const balance = await readBalance(platform, signal);
  count(
    tally,
    store.transaction(() => recordBalance(store, balance, startedAt)),
  );
  const known = knownAsOf(store).funds;
  const from = known === null ? startedAt - FIRST : Math.min(known, startedAt) - OVERLAP;
  await readDetails(task, unreadFlows(store));
  await readNewFlows(task, from, startedAt);
  store.transaction(() => {
    setKnownAsOf(store, 'funds', startedAt);
    recordHoursRead(store, 'funds', { from, to: startedAt }, startedAt);
  });
  tally.quarantined = unreadFlows(store).length;
  tally.known_as_of = startedAt;
}

async function readNewFlows(task: SyncTask, from: Unix, to: Unix): Promise<void> {
  let longest = LONGEST;
  for (let start = from; start < to; ) {
    const end = Math.min(start + longest, to);
    try {
      // The `Date` header has whole seconds, so the platform may be up to one second further than we know.
      const ids = await newFlowIds(task, { start, end: end + 1 });
      await readDetails(task, ids);
      start = end;
    } catch (error) {
      const span = end - start;
      if (platformCode(error) !== BAD_PARAMETER || span <= SHORTEST) throw error;
      longest = Math.ceil(span / 2);
    }
  }
}

async function newFlowIds(task: SyncTask, range: { start: Unix; end: Unix }): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of flowIdPages(task.platform, range, task.signal)) {
    ids.push(...unknownFlows(task.store, page));
    task.progress(ids.length, null);
  }
  return ids;
}

/** Nobody's fault but this flow's; its id is kept and asked for again. */
interface Unread {
  unread: string;
}

async function readDetails(task: SyncTask, ids: readonly string[]): Promise<void> {
  const { store, platform, tally } = task;
  let batch: ({ flow: Flow; raw: string } | Unread)[] = [];
  let failuresInARow = 0;

  const readOne = async (id: string): Promise<{ flow: Flow; raw: string } | Unread> => {
    try {
      const read = await readFlow(platform, id, task.signal);
      failuresInARow = 0;
      return read ?? { unread: id };
    } catch (error) {
      if (failsThisKeyOnly(error)) return { unread: id };
      failuresInARow += 1;
      if (mayFailThisKeyOnly(error) && failuresInARow < MANY_IN_A_ROW) return { unread: id };
      throw error;
    }
  };

  const flush = () => {
    const reads = batch;
    batch = [];
    const at = platform.clock.now();
    store.transaction(() => {
      for (const read of reads) {
        if ('unread' in read) recordUnreadFlow(store, read.unread, at);
        else count(tally, recordFlow(store, read.flow, read.raw, at));
      }
    });
  };

  let asked = 0;
  try {
    await inParallel(ids, platform.concurrency, async (id) => {
      // Awaited first: `batch` is another list once a flush has come in between.
      const read = await readOne(id);
      batch.push(read);
      asked += 1;
      if (batch.length >= BATCH) flush();
      task.progress(ids.length - asked, null);
    });
  } finally {
    // What calls under way brought stays, also when the run ends here.
    flush();
  }
}
