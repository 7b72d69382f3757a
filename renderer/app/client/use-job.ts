import type { Job } from '../../../shared/contract/desk.ts';
import { failureOf } from '../../parts/failure-text.ts';
import { useAction } from './use-action.ts';
import { useRoute } from './use-route.ts';

export interface WatchedJob {
  job: Job | null;
  running: boolean;
  cancel: () => void;
  cancelling: boolean;
}

/** A service that fell took its jobs along: the one started after it knows nothing of them. */
function fallen(last: Job | undefined): Job | null {
  if (last?.state !== 'running') return last ?? null;
  return { ...last, state: 'failed', error: { code: 'job.unknown', params: {} } };
}

/** Follows a job by its events. Null: no job is watched. */
export function useJob(jobId: string | null): WatchedJob {
  const { data, error } = useRoute('job.get', { job_id: jobId ?? '' }, { enabled: jobId !== null });
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
