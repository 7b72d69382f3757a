import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { sql } from '../store/sql.ts';
import { type Change, endChange, readChange, type Standing } from './change.ts';
import type { Executor } from './executor.ts';
import { executors } from './executors.ts';

/** So long, in seconds, what the dry run read is taken for how it stands. */
const FRESH = 600;

/**
 * Makes one change, or takes up one that was begun: what is asked of the platform is noted before with how it stood,
 * so that after a kill it is read first and never asked for twice. Failures of this change alone end it; any other is
 * thrown and leaves it waiting.
 */
export async function runChange(context: Context, batchId: number, place: number, signal: AbortSignal): Promise<void> {
  const change = readChange(context.store, batchId, place);
  if (!change || (change.state !== 'staged' && change.state !== 'asked')) return;
  const executor = executors[change.action];
  try {
    await make(context, change, executor, signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof DeskError) || !endsThis(executor, error)) throw error;
    const failure = (await executor.explain?.(context, change, error, signal)) ?? error;
    fail(context, change, failure);
  }
}

async function make(context: Context, change: Change, executor: Executor, signal: AbortSignal): Promise<void> {
  const { store } = context;
  const begun = change.state === 'asked';
  // What was begun is finished whatever the books say of it meanwhile.
  if (!begun) {
    await executor.refresh?.(context, change, signal);
    const obstacle = hasNoWayBack(change) ? change.blocked : executor.obstacle(context, change);
    if (obstacle) return skip(context, change, obstacle);
  }
  const ask = executor.ask(context, change);
  // A way back is decided by what stands this very moment: nobody's later word is taken back.
  const known = !begun && ask && change.undoes_place === null ? freshlyFound(context, change) : null;
  const standing = known ?? (await executor.read(context, change, signal));
  if (executor.stands(standing, change)) {
    // Asked for once already, by this run or one before: it is our doing, and the way back is what stood then.
    const ours = change.before !== null;
    return end(context, change, executor, { state: ours ? 'done' : 'same', before: change.before ?? standing });
  }
  if (isChangedSince(context, change, standing)) throw new DeskError('staging.later_change');
  if (!ask) return end(context, change, executor, { state: 'done', before: standing });
  // On the disk before it is asked: after a power cut, too, it is known that it may have been, and what stood before.
  store.durably(() =>
    store.run(sql`update staged_change set state = 'asked', before = ${JSON.stringify(standing)}, tries = tries + 1,
        asked_at = ${context.now()}
      where batch_id = ${change.batch_id} and place = ${change.place}`),
  );
  await ask(signal);
  const found = await executor.read(context, change, signal);
  if (!executor.stands(found, change)) throw executor.notTaken?.(change, found) ?? new DeskError('service.internal');
  end(context, change, executor, { state: 'done', before: standing });
}

/** Laid down only so that staff see it: there is nothing it could be set to. */
function hasNoWayBack({ blocked }: Change): boolean {
  return blocked === 'staging.no_way_back';
}

/** Whether what a way back starts from is no longer what the batch it takes back had left. */
function isChangedSince(context: Context, change: Change, standing: Standing): boolean {
  if (change.undoes_place === null || change.state === 'asked') return false;
  const undone = undoneBatch(context, change.batch_id);
  const made = undone === null ? undefined : readChange(context.store, undone, change.undoes_place);
  return made !== undefined && !executors[made.action].stands(standing, made);
}

function undoneBatch(context: Context, batchId: number): number | null {
  return context.store.value<number | null>(sql`select undoes from staged_batch where batch_id = ${batchId}`) ?? null;
}

function end(
  context: Context,
  change: Change,
  executor: Executor,
  { state, before }: { state: 'done' | 'same'; before: Standing | null },
): void {
  const { store } = context;
  store.transaction(() => {
    executor.record(context, change);
    store.run(sql`update staged_change set before = ${JSON.stringify(before)}
      where batch_id = ${change.batch_id} and place = ${change.place}`);
    endChange(store, change, { state, at: context.now() });
  });
}

function fail(context: Context, change: Change, failure: DeskError): void {
  const { store } = context;
  store.transaction(() => {
    if (failure.code !== 'staging.later_change') executors[change.action].recordFailure?.(context, change, failure);
    endChange(store, change, {
      state: 'failed',
      at: context.now(),
      error_code: failure.code,
      error_params: failure.params,
    });
  });
}

function skip(context: Context, change: Change, code: string): void {
  context.store.transaction(() =>
    endChange(context.store, change, { state: 'skipped', at: context.now(), error_code: code }),
  );
}

function endsThis(executor: Executor, failure: DeskError): boolean {
  return failure.code === 'staging.later_change' || executor.concernsOnlyThis(failure);
}

function freshlyFound(context: Context, change: Change): Standing | null {
  return Math.abs(context.now() - (change.found_at ?? 0)) < FRESH ? change.found : null;
}
