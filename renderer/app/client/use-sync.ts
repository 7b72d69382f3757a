import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Resource, SyncRun } from '../../../shared/contract/sync.ts';
import type { Day } from '../../../shared/time.ts';
import { useSyncJob } from '../../state/sync-job.ts';
import { isStale } from './topics.ts';
import { useAction } from './use-action.ts';
import { type JobState, useJob } from './use-job.ts';
import { useRoute } from './use-route.ts';

export interface SyncControl {
  running: boolean;
  job: JobState | null;
  start: (input?: { only?: Resource[]; since?: Day; quarantine?: boolean }) => void;
  starting: boolean;
  cancel: () => void;
  cancelling: boolean;
}

/** The sync run of now: start it, follow it, stop it. Any number of places may use this at once. */
export function useSync(): SyncControl {
  const watch = useSyncJob((state) => state.watch);
  const watched = useSyncJob((state) => state.jobId);
  const { data: status } = useRoute('sync.status', {});
  const running = status?.running?.job_id ?? null;
  const start = useAction('sync.start', { onDone: ({ job_id }) => watch(job_id) });
  const { job, ...rest } = useJob(watched ?? running);

  // A run that was on before this window looked (or was started by the program itself) is followed too.
  useEffect(() => {
    if (running !== null) watch(running);
  }, [running, watch]);

  return {
    running: (watched ?? running) !== null && rest.running,
    job,
    start: (input = {}) => start.mutate(input),
    starting: start.isPending,
    cancel: rest.cancel,
    cancelling: rest.cancelling,
  };
}

/** Calls back once when the followed run ends. For one place only: the top bar. */
export function useSyncEnd(onEnd: (job: JobState) => void): void {
  const queries = useQueryClient();
  const watch = useSyncJob((state) => state.watch);
  const { job } = useJob(useSyncJob((state) => state.jobId));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each end, whatever the callback's identity
  useEffect(() => {
    if (!job || job.state === 'running') return;
    onEnd(job);
    watch(null);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => isStale(String(queryKey[0]), ['sync', 'status']) });
  }, [job?.job_id, job?.state]);
}

/** What a finished run did, over all resources; `partial` counts those it did not read to their end. */
export function runSums(run: SyncRun): { read: number; inserted: number; changed: number; partial: number } {
  const sums = { read: 0, inserted: 0, changed: 0, partial: 0 };
  for (const one of run.resources) {
    sums.read += one.read;
    sums.inserted += one.inserted;
    sums.changed += one.changed;
    if (one.error_code !== null) sums.partial += 1;
  }
  return sums;
}
