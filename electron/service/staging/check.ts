import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import type { JobHandle } from '../job.ts';
import { sql } from '../store/sql.ts';
import { type Change, readChanges } from './change.ts';
import { callsOf } from './cost.ts';
import { eachChange } from './each-change.ts';
import { executors } from './executors.ts';
import { markObstacles } from './stage.ts';

/**
 * The dry run: reads at the platform how everything that waits stands now, and notes what is in its way. Nothing is
 * changed there. Throws what stands in the way of all of it.
 */
export async function checkBatch(context: Context, batchId: number, handle: JobHandle): Promise<void> {
  const { store } = context;
  const waiting = readChanges(store, batchId, sql`state = 'staged'`);
  const byPlace = new Map(waiting.map((change) => [change.place, change]));
  const refused = new Set<number>();
  let read = 0;
  handle.progress(0, waiting.length, 'checking');
  const endpoints = [...callsOf(context, batchId).keys()];
  if (endpoints.length > 0) await context.platform().learnLimits(endpoints, handle.signal);
  try {
    await eachChange(context, [...byPlace.keys()], handle.signal, async (place) => {
      if (!(await look(context, byPlace.get(place)!, handle.signal))) refused.add(place);
      read += 1;
      handle.progress(read, waiting.length, 'checking');
    });
    store.transaction(() => {
      markObstacles(context, batchId, refused);
      store.run(sql`update staged_batch set checked_at = ${context.now()} where batch_id = ${batchId}`);
    });
  } finally {
    context.changed('staging', 'products');
  }
}

/** False when the platform refused to tell. */
async function look(context: Context, change: Change, signal: AbortSignal): Promise<boolean> {
  const { store } = context;
  const executor = executors[change.action];
  const note = (found: string | null, blocked: string | null) =>
    store.transaction(() =>
      store.run(sql`update staged_change set found = ${found}, found_at = ${found === null ? null : context.now()},
          blocked = ${blocked}
        where batch_id = ${change.batch_id} and place = ${change.place} and state = 'staged'`),
    );
  try {
    await executor.refresh?.(context, change, signal);
    note(JSON.stringify(await executor.read(context, change, signal)), null);
    return true;
  } catch (error) {
    if (signal.aborted || !(error instanceof DeskError) || !executor.concernsOnlyThis(error)) throw error;
    const failure = (await executor.explain?.(context, change, error, signal)) ?? error;
    note(null, failure.code);
    return false;
  }
}
