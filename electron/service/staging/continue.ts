import type { ScheduleClock } from '../background/schedule.ts';
import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import { sql } from '../store/sql.ts';
import { startApply } from './start.ts';

/** So long after the start, seconds, staff may still stop it before anything is asked of the platform. */
const AFTER = 10;

interface ContinueOptions {
  context: Context;
  jobs: Jobs;
  clock: Pick<ScheduleClock, 'after'>;
}

/** Goes on with the batch that a fall of the program or its end interrupted; one that staff paused waits for staff. */
export function continueInterrupted({ context, jobs, clock }: ContinueOptions): { close(): void } {
  const callOff = clock.after(AFTER, () => {
    const batchId = context.store.value<number>(sql`select batch_id from staged_batch
      where state = 'paused' and pause_reason = 'interrupted' order by started_at desc limit 1`);
    if (batchId === undefined || !context.connected || jobs.running('staging')) return;
    startApply(context, jobs, batchId);
  });
  return { close: callOff };
}
