import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Job, JobKind } from '../../shared/contract/desk.ts';
import { DeskError } from '../../shared/contract/result.ts';
import { failureOf } from './failure-of.ts';

/** What the work of a job may do. */
export interface JobHandle {
  readonly job_id: string;
  readonly signal: AbortSignal;
  progress(done: number, total: number | null, step: string | null): void;
}

export interface Jobs {
  start(kind: JobKind, work: (handle: JobHandle) => Promise<unknown>): Job;
  list(): Job[];
  get(jobId: string): Job;
  cancel(jobId: string): Job;
  running(kind: JobKind): Job | undefined;
  /** Cancels what runs and waits for it. */
  close(): Promise<void>;
}

const EVERY_MS = 100;
const REMEMBERED = 50;

/** Long work with progress and cancel. `tell` is called at most about ten times a second a job, and at its end. */
export function jobs(tell: (job: Job) => void): Jobs {
  const all = new Map<string, { job: Job; abort: AbortController; ended: Promise<void> }>();

  const find = (jobId: string) => {
    const found = all.get(jobId);
    if (!found) throw new DeskError('job.unknown', { job_id: jobId });
    return found;
  };

  const forgetOld = () => {
    for (const [jobId, { job }] of all) {
      if (all.size <= REMEMBERED) return;
      if (job.state !== 'running') all.delete(jobId);
    }
  };

  return {
    start(kind, work) {
      const abort = new AbortController();
      // Every call under way listens to it; Node takes more than ten listeners for a leak.
      setMaxListeners(0, abort.signal);
      const job: Job = {
        job_id: randomUUID(),
        kind,
        state: 'running',
        done: 0,
        total: null,
        step: null,
        error: null,
        result: null,
      };
      let toldAt = 0;
      const handle: JobHandle = {
        job_id: job.job_id,
        signal: abort.signal,
        progress(done, total, step) {
          Object.assign(job, { done, total, step });
          const now = performance.now();
          if (now - toldAt < EVERY_MS) return;
          toldAt = now;
          tell({ ...job });
        },
      };
      const run = async () => {
        try {
          job.result = await work(handle);
          job.state = 'done';
        } catch (error) {
          job.state = abort.signal.aborted ? 'cancelled' : 'failed';
          job.error = abort.signal.aborted ? { code: 'job.cancelled', params: {} } : failureOf(error);
        }
        tell({ ...job });
      };
      // Registered before the work begins, and the work begins after the caller has its answer.
      const ended = Promise.resolve().then(run);
      all.set(job.job_id, { job, abort, ended });
      forgetOld();
      return { ...job };
    },
    list: () => [...all.values()].map(({ job }) => ({ ...job })),
    get: (jobId) => ({ ...find(jobId).job }),
    cancel(jobId) {
      const { job, abort } = find(jobId);
      abort.abort(new DeskError('job.cancelled', { job_id: jobId }));
      return { ...job };
    },
    running: (kind) => {
      const found = [...all.values()].find(({ job }) => job.kind === kind && job.state === 'running');
      return found && { ...found.job };
    },
    async close() {
      for (const { job, abort } of all.values())
        if (job.state === 'running') abort.abort(new DeskError('job.cancelled', { job_id: job.job_id }));
      await Promise.all([...all.values()].map(({ ended }) => ended));
    },
  };
}
