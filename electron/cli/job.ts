import type { Client } from '../../shared/contract/client.ts';
import type { Job } from '../../shared/contract/desk.ts';
import { DeskError } from '../../shared/contract/result.ts';

/**
 * Starts a job and waits for its end. SIGINT and SIGTERM cancel it, so that what was read is kept and said. Gives the
 * job's result; throws its failure.
 */
export async function runJob<Result>(
  client: Client,
  start: () => Promise<{ job_id: string }>,
  progress: (job: Job) => void,
): Promise<Result> {
  const early: Job[] = [];
  let watch = (job: Job) => {
    early.push(job);
  };
  const stopListening = client.on('job.changed', (job) => watch(job));
  const cancel: { job?: string } = {};
  const interrupt = () => {
    if (cancel.job) void client.invoke('job.cancel', { job_id: cancel.job });
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    const { job_id } = await start();
    cancel.job = job_id;
    const ended = await new Promise<Job>((resolve) => {
      watch = (job) => {
        if (job.job_id !== job_id) return;
        if (job.state === 'running') progress(job);
        else resolve(job);
      };
      early.forEach(watch);
    });
    if (ended.state === 'done') return ended.result as Result;
    throw new DeskError((ended.error?.code ?? 'service.internal') as DeskError['code'], ended.error?.params ?? {});
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    stopListening();
  }
}
