import type { Job } from '../../../shared/contract/desk.ts';
import type { SyncStatus, SyncTrigger } from '../../../shared/contract/sync.ts';
import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import { runSync, type SyncPlan } from './run.ts';

/** The one place runs are started from: by staff, by the schedule, by what happens to the machine. */
export interface SyncControl {
  /** Starts a run, or joins the one that is running. Throws `credentials.missing`. */
  start(plan: SyncPlan, trigger: SyncTrigger): Job;
  running(): SyncStatus['running'];
}

export function syncControl(context: Context, jobs: Jobs): SyncControl {
  let view: SyncStatus['running'] = null;
  return {
    start(plan, trigger) {
      context.platform();
      const running = jobs.running('sync');
      if (running) return running;
      return jobs.start('sync', async (handle) => {
        try {
          return await runSync(context, plan, trigger, handle, (now) => {
            view = now;
          });
        } finally {
          view = null;
        }
      });
    },
    running: () => view,
  };
}
