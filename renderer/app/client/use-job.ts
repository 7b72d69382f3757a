import type { Job } from '../../../shared/contract/desk.ts';
import { useAction } from './use-action.ts';
import { useRoute } from './use-route.ts';

export interface WatchedJob {
  job: Job | null;
  running: boolean;
  cancel: () => void;
  cancelling: boolean;
}

/** Follows a job by its events. Null: no job is watched. */
export function useJob(jobId: string | null): WatchedJob {
  const { data } = useRoute('job.get', { job_id: jobId ?? '' }, { enabled: jobId !== null });
  const cancel = useAction('job.cancel');
  const job = jobId === null ? null : (data ?? null);
  return {
    job,
    running: jobId !== null && (job === null || job.state === 'running'),
    cancel: () => {
      if (jobId !== null) cancel.mutate({ job_id: jobId });
    },
    cancelling: cancel.isPending,
  };
}
