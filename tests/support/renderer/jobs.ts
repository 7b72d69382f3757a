import type { Job } from '../../../shared/contract/desk.ts';
import type { Asked } from './answers.ts';

const jobs = new Map<string, Job>();

export function jobOf(id: string): Job {
  const job = jobs.get(id);
  if (!job) throw { code: 'job.unknown', params: {} };
  return job;
}

/** Keeps a job's newest state and tells the page of it. */
export function tellJob(job: Job, send: Asked['send']): void {
  jobs.set(job.job_id, job);
  send({ kind: 'event', event: 'job.changed', data: job });
}

/** A job that counts up to `total` and then gives `result`; a cancelled one stops where it is. */
export function countingJob(
  kind: Job['kind'],
  { total, step, result }: { total: number; step: (done: number) => string | null; result: () => unknown },
  send: Asked['send'],
): { job_id: string } {
  const job_id = `${kind}-${jobs.size + 1}`;
  const base: Job = { job_id, kind, state: 'running', done: 0, total, step: step(0), error: null, result: null };
  jobs.set(job_id, base);
  const stride = Math.max(1, Math.ceil(total / 40));
  const tick = () => {
    const job = jobOf(job_id);
    if (job.state !== 'running') return;
    const done = Math.min(total, job.done + stride);
    tellJob(
      done === total ? { ...job, done, state: 'done', result: result() } : { ...job, done, step: step(done) },
      send,
    );
    if (done < total) setTimeout(tick, 60);
  };
  setTimeout(tick, 60);
  return { job_id };
}
