import { Worker } from 'node:worker_threads';
import { DeskError } from '../../../shared/contract/result.ts';
import { fromThreadFailure } from '../thread-failure.ts';
import type { WorkProgress } from './pace.ts';
import type { ReportTask, ReportTaskResults, WorkerOrder, WorkerWord } from './task.ts';

export interface WorkOptions {
  /** At most about ten times a second. */
  onProgress?: (progress: WorkProgress) => void;
  signal?: AbortSignal;
}

/**
 * Rows are many, small and soon forgotten. Left to itself the part of memory for such things grows tenfold over a long
 * file and gains nothing by it; a small one even stays within the processor's cache.
 */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: 8 };

/** In the checkout the thread runs the source, in the built program the bundle beside this one. */
function workerAddress(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './report-worker.js', import.meta.url);
}

/**
 * Runs a task in a thread of its own. Rejects with a `DeskError`: what went wrong there, or `job.cancelled` after the
 * signal, once nothing half-written is left.
 */
export function startReportWork<Kind extends ReportTask['kind']>(
  task: Extract<ReportTask, { kind: Kind }>,
  { onProgress, signal }: WorkOptions = {},
): Promise<ReportTaskResults[Kind]> {
  if (signal?.aborted) return Promise.reject(new DeskError('job.cancelled'));
  const stop = new SharedArrayBuffer(4);
  const order: WorkerOrder = { task, stop };
  const worker = new Worker(workerAddress(), { workerData: order, resourceLimits: THREAD_LIMITS });
  const cancel = () => Atomics.store(new Int32Array(stop), 0, 1);
  signal?.addEventListener('abort', cancel, { once: true });
  return new Promise<ReportTaskResults[Kind]>((resolve, reject) => {
    worker.on('message', (word: WorkerWord) => {
      if (word.word === 'progress') onProgress?.(word.progress);
      else if (word.word === 'result') resolve(word.result as ReportTaskResults[Kind]);
      else reject(fromThreadFailure(word.failure));
    });
    worker.on('error', (error) => reject(new DeskError('service.internal', {}, { cause: error })));
    // After a result this says nothing new; without one the thread is gone.
    worker.on('exit', (code) => reject(new DeskError('service.internal', { exit: code })));
  }).finally(() => signal?.removeEventListener('abort', cancel));
}
