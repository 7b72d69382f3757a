import { DeskError } from '../../../shared/contract/result.ts';
import type { StagedAction } from '../../../shared/contract/staging.ts';
import type { Context } from '../context.ts';
import type { JobHandle } from '../job.ts';
import { writeFeedAfterChange } from '../listing/feed.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { auditBatch } from './batch.ts';
import { readChanges } from './change.ts';
import { callsOf } from './cost.ts';
import { eachChange } from './each-change.ts';
import { runChange } from './run-change.ts';

/** One kind after the other: a product needs its partnership, a split its product on the shelf. */
const PHASES: readonly (readonly StagedAction[])[] = [
  ['accept', 'refuse'],
  ['list', 'unlist', 'default_split'],
  ['product_split'],
];

/**
 * Makes what waits in a batch, beginning with what was begun. Ends with the batch done, or paused with the reason when
 * it was stopped or something stood in the way of all of it; a batch that waits goes on where it stopped.
 */
export async function applyBatch(context: Context, batchId: number, handle: JobHandle): Promise<void> {
  const { store } = context;
  const waiting = readChanges(store, batchId, sql`state in ('staged', 'asked')`);
  store.durably(() => {
    store.run(sql`update staged_batch set state = 'applying', pause_reason = null, ended_at = null,
        started_at = coalesce(started_at, ${context.now()}), started_by = ${context.staff()}
      where batch_id = ${batchId}`);
    auditBatch(context, batchId, 'apply');
  });
  context.changed('staging');
  handle.progress(0, waiting.length, 'staging');
  let failure: unknown = null;
  try {
    const endpoints = [...callsOf(context, batchId).keys()];
    if (endpoints.length > 0) await context.platform().learnLimits(endpoints, handle.signal);
    let made = 0;
    const progress = teller(context, () => handle.progress(made, waiting.length, 'staging'));
    for (const phase of PHASES) {
      const places = waiting.filter(({ action }) => phase.includes(action)).map(({ place }) => place);
      await eachChange(context, places, handle.signal, async (place) => {
        await runChange(context, batchId, place, handle.signal);
        made += 1;
        progress();
      });
      if (places.length > 0) await writeFeedAfterChange(context);
    }
  } catch (error) {
    failure = error;
  }
  store.durably(() => {
    if (failure === null) markDone(store, batchId, context.now());
    else markPaused(store, batchId, handle.signal.aborted ? null : reasonOf(failure));
    auditBatch(context, batchId, failure === null ? 'done' : 'pause');
  });
  context.changed('staging', 'partnerships', 'listings', 'products', 'promoters', 'rules', 'status');
  if (failure !== null) throw failure;
}

/** Batches a killed program left in the middle; called when the books are opened. */
export function markBatchesInterrupted(store: Store): void {
  store.run(sql`update staged_batch set state = 'paused', pause_reason = 'interrupted' where state = 'applying'`);
}

function markDone(store: Store, batchId: number, now: number): void {
  store.run(sql`update staged_batch set state = 'done', pause_reason = null, ended_at = ${now}
    where batch_id = ${batchId}`);
}

/** Without a reason it is the one the batch was given when it was stopped; none was given when the program ends. */
function markPaused(store: Store, batchId: number, reason: string | null): void {
  store.run(sql`update staged_batch set state = 'paused',
      pause_reason = coalesce(${reason}, pause_reason, 'interrupted')
    where batch_id = ${batchId}`);
}

function reasonOf(failure: unknown): string {
  return failure instanceof DeskError ? failure.code : 'service.internal';
}

const TELL_EVERY_MS = 1000;

/** Tells the job of each change, and the pages about once a second. */
function teller(context: Context, tell: () => void): () => void {
  let toldAt = performance.now();
  return () => {
    tell();
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    context.changed('staging');
  };
}
