import type { Job } from '../../../shared/contract/desk.ts';
import { failureOf } from '../../parts/failure-text.ts';
import { useAction } from './use-action.ts';
import { useRoute } from './use-route.ts';

/** A job without how far it is: figures that change many times a second are for `useJobFigures` alone. */
export type JobState = Omit<Job, 'done' | 'total'>;

export interface WatchedJob {
  job: JobState | null;
  running: boolean;
  cancel: () => void;
  cancelling: boolean;
}

/** A service that fell took its jobs along: the one started after it knows nothing of them. */
function fallen(last: JobState | undefined): JobState | null {
  if (last?.state !== 'running') return last ?? null;
  return { ...last, state: 'failed', error: { code: 'job.unknown', params: {} } };
}

function stateOf({ done: _done, total: _total, ...state }: Job): JobState {
  return state;
}

/** Follows a job by its events, from step to step. Null: no job is watched. */
export function useJob(jobId: string | null): WatchedJob {
  const { data, error } = useRoute('job.get', { job_id: jobId ?? '' }, { enabled: jobId !== null, select: stateOf });
  const cancel = useAction('job.cancel');
  const lost = error !== null && failureOf(error).code === 'job.unknown';
  const job = jobId === null ? null : lost ? fallen(data) : (data ?? null);
  return {
    job,
    running: jobId !== null && (job === null ? !lost : job.state === 'running'),
    cancel: () => {
      if (jobId !== null) cancel.mutate({ job_id: jobId });
    },
    cancelling: cancel.isPending,
  };
}

/** How far a job is; null before anything is known of it, and of no job. */
export function useJobFigures(jobId: string | null): Pick<Job, 'done' | 'total'> | null {
  return useRoute('job.get', { job_id: jobId ?? '' }, { enabled: jobId !== null }).data ?? null;
}
