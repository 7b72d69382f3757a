import { useEffect, useState } from 'react';
import { useAction } from '../../../app/client/index.ts';
import { useJob } from '../../../app/client/use-job.ts';
import { useFailureNotice } from '../../../parts/index.ts';

/** Starts the dry run; what stopped it is told, for a batch that was only read shows no trace of it. */
export function useCheck(batchId: number): { check: () => void; starting: boolean } {
  const [jobId, setJobId] = useState<string | null>(null);
  const notice = useFailureNotice();
  const action = useAction('staging.check', { onDone: ({ job_id }) => setJobId(job_id) });
  const { job } = useJob(jobId);
  const failure = job?.state === 'failed' ? job.error : null;
  useEffect(() => {
    if (failure === null) return;
    notice(failure);
    setJobId(null);
  }, [failure, notice]);
  return { check: () => action.mutate({ batch_id: batchId }), starting: action.isPending };
}
