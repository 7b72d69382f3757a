import type { PackResult } from '../../../../shared/contract/report.ts';
import type { ScheduleClock } from '../../background/schedule.ts';
import type { Context } from '../../context.ts';
import { failureOf } from '../../failure-of.ts';
import type { JobHandle, Jobs } from '../../job.ts';
import { closedMonths } from '../../settlement/closed.ts';
import { handOutPack, type PackWish } from '../hand-out.ts';
import { type DueRun, dueRuns } from './due.ts';
import { markFailed, markWritten, type Schedule, schedulesOf } from './schedules.ts';

export interface RunnerOptions {
  context: Context;
  jobs: Jobs;
  clock: Pick<ScheduleClock, 'after'>;
  /** Left out: into an archive, as staff would ask for it. */
  write?: (
    context: Context,
    wish: PackWish,
    handle: Pick<JobHandle, 'signal' | 'progress'>,
    schedule: string,
  ) => Promise<PackResult>;
}

/** Writes what plans ask for. */
export interface ScheduleRunner {
  /** A month was closed or a plan was changed: look now. */
  wake(): void;
  close(): void;
}

/** How long a monthly plan may be late, and a failed one waits to be tried again. */
const EVERY_SECONDS = 300;

/**
 * Looks for due plans at once, since the program may have been off at their time, and then every five minutes. One pack
 * at a time, as a job everybody sees. What fails is tried again with the next look; what staff stop waits until a plan is
 * saved, a month closed, or the program started again.
 */
export function scheduleRunner({ context, jobs, clock, write = handOutPack }: RunnerOptions): ScheduleRunner {
  const { store } = context;
  const stopped = new Set<string>();
  let busy = false;
  let again = false;
  let closed = false;
  let callOff = () => {};
  lookIn(0);

  function lookIn(seconds: number): void {
    callOff();
    if (!closed) callOff = clock.after(seconds, () => void look());
  }

  async function look(): Promise<void> {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      for (const schedule of schedulesOf(store)) await makeUp(schedule);
    } finally {
      busy = false;
      lookIn(again ? 0 : EVERY_SECONDS);
      again = false;
    }
  }

  /** In their order: a month that cannot be written holds up the later ones of its plan. */
  async function makeUp(schedule: Schedule): Promise<void> {
    if (stopped.has(schedule.schedule_id)) return;
    for (const run of dueRuns(schedule, closedMonths(store), context.now()))
      if (closed || !(await succeeds(schedule, run))) return;
  }

  function succeeds(schedule: Schedule, run: DueRun): Promise<boolean> {
    const { name, folder, scopes, formats } = schedule;
    return new Promise((resolve) => {
      jobs.start('report', async (handle) => {
        let done = false;
        try {
          const written = await write(context, { period: run.period, folder, scopes, formats }, handle, name);
          markWritten(store, schedule.schedule_id, run, context.now());
          done = true;
          return written;
        } catch (error) {
          if (handle.signal.aborted) stopped.add(schedule.schedule_id);
          else remember(schedule, run, error);
          throw error;
        } finally {
          context.changed('reports');
          resolve(done);
        }
      });
    });
  }

  function remember(schedule: Schedule, { period }: DueRun, error: unknown): void {
    const by = { staff: context.staff(), now: context.now() };
    markFailed(store, schedule, period, failureOf(error), by);
  }

  return {
    wake() {
      stopped.clear();
      lookIn(0);
    },
    close() {
      closed = true;
      callOff();
    },
  };
}
