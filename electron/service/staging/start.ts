import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { StagedBatch } from '../../../shared/contract/staging.ts';
import type { Context } from '../context.ts';
import type { JobHandle, Jobs } from '../job.ts';
import { nothing, sql } from '../store/sql.ts';
import { auditBatch, countSubjects, forgetJob, noteJob, readBatch, readHead } from './batch.ts';
import { checkBatch } from './check.ts';
import { applyBatch } from './engine.ts';
import { isInPlaces } from './places.ts';
import { refuseBegun } from './stage.ts';

type Started = RouteOutput<'staging.apply'>;

/** Begins the dry run. Throws `staging.unknown`, `staging.running`, `staging.nothing_to_do`. */
export function startCheck(context: Context, jobs: Jobs, batchId: number): Started {
  return start(context, jobs, batchId, checkBatch);
}

/** Begins or goes on. Throws `staging.unknown`, `staging.running`, `staging.nothing_to_do`. */
export function startApply(context: Context, jobs: Jobs, batchId: number): Started {
  return start(context, jobs, batchId, applyBatch);
}

/** Has refused and skipped changes wait again, and begins. */
export function retryBatch(context: Context, jobs: Jobs, { batch_id, places }: RouteParsed<'staging.retry'>): Started {
  refuseRunning(context, jobs, batch_id);
  context.store.durably(() => {
    context.store.run(sql`update staged_change set state = 'staged', blocked = null, error_code = null,
        error_params = null, ended_at = null, found = null, found_at = null
      where batch_id = ${batch_id} and state in ('failed', 'skipped') and blocked is not 'staging.no_way_back'
        ${places ? sql`and ${isInPlaces(places)}` : nothing}`);
    context.store.run(sql`update staged_batch set state = 'paused', pause_reason = 'staff'
      where batch_id = ${batch_id} and state = 'done'
        and exists (select 1 from staged_change where batch_id = ${batch_id} and state = 'staged')`);
  });
  return startApply(context, jobs, batch_id);
}

/** Stops what works on a batch; a call under way is looked into when it goes on. */
export function pauseBatch(context: Context, jobs: Jobs, batchId: number): StagedBatch {
  const { job_id } = readBatch(context.store, jobs, batchId);
  if (job_id !== null) {
    context.store.run(sql`update staged_batch set pause_reason = 'staff'
      where batch_id = ${batchId} and state = 'applying'`);
    jobs.cancel(job_id);
  }
  return readBatch(context.store, jobs, batchId);
}

/** Leaves out for good what still waits. Throws `staging.running`, `staging.nothing_to_do`. */
export function discardBatch(context: Context, jobs: Jobs, batchId: number): StagedBatch {
  refuseRunning(context, jobs, batchId);
  context.store.durably(() => {
    const { changes } = context.store.run(sql`update staged_batch set state = 'discarded', ended_at = ${context.now()}
      where batch_id = ${batchId} and state in ('staged', 'paused')`);
    if (changes === 0) throw new DeskError('staging.nothing_to_do', { batch_id: batchId });
    auditBatch(context, batchId, 'discard');
  });
  context.changed('staging');
  return readBatch(context.store, jobs, batchId);
}

/** Takes changes out of a batch that has not begun. Throws `staging.unknown`, `staging.begun`, `staging.running`. */
export function removeChanges(
  context: Context,
  jobs: Jobs,
  { batch_id, places }: RouteParsed<'staging.remove'>,
): RouteOutput<'staging.remove'> {
  refuseRunning(context, jobs, batch_id);
  const removed = context.store.durably(() => {
    refuseBegun(context, batch_id);
    const { changes } = context.store.run(
      sql`delete from staged_change where batch_id = ${batch_id} and ${isInPlaces(places)}`,
    );
    countSubjects(context.store, batch_id);
    auditBatch(context, batch_id, 'remove');
    return changes;
  });
  context.changed('staging');
  return { batch: readBatch(context.store, jobs, batch_id), removed };
}

/** One batch at a time: two would share the pace and tell the wrong time. */
function refuseRunning(context: Context, jobs: Jobs, batchId: number): void {
  readHead(context.store, batchId);
  if (jobs.running('staging')) throw new DeskError('staging.running', { batch_id: batchId });
}

function start(
  context: Context,
  jobs: Jobs,
  batchId: number,
  work: (context: Context, batchId: number, handle: JobHandle) => Promise<void>,
): Started {
  refuseRunning(context, jobs, batchId);
  const waits = context.store.value<number>(sql`select exists (select 1 from staged_batch b
      join staged_change c on c.batch_id = b.batch_id and c.state in ('staged', 'asked')
    where b.batch_id = ${batchId} and b.state in ('staged', 'paused'))
    or exists (select 1 from staged_batch where batch_id = ${batchId} and state = 'paused')`);
  if (!waits) throw new DeskError('staging.nothing_to_do', { batch_id: batchId });
  const { job_id } = jobs.start('staging', async (handle) => {
    noteJob(handle.job_id, batchId);
    try {
      await work(context, batchId, handle);
      return readBatch(context.store, jobs, batchId);
    } finally {
      forgetJob(handle.job_id);
      context.changed('staging');
    }
  });
  noteJob(job_id, batchId);
  return { job_id };
}
