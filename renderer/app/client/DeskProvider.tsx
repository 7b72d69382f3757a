import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Job } from '../../../shared/contract/desk.ts';
import type { Topic } from '../../../shared/contract/events.ts';
import type { Desk } from './connection.ts';
import { DeskContext } from './desk-context.ts';
import { isStale } from './topics.ts';

/** A sync reports changes many times a second; what is on screen is read again at most this often. */
const REFRESH_MILLIS = 700;

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The service is on this machine: the network's state says nothing about it, failures are answers, and
      // what changed is told by events, not guessed by age.
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Puts a job's newest state where `useJob` reads it, and into the list of jobs. */
function rememberJob(queries: QueryClient, job: Job): void {
  queries.setQueryData(['job.get', { job_id: job.job_id }], job);
  queries.setQueryData<Job[]>(['job.list', {}], (jobs) => {
    if (!jobs) return jobs;
    const known = jobs.some((one) => one.job_id === job.job_id);
    return known ? jobs.map((one) => (one.job_id === job.job_id ? job : one)) : [job, ...jobs];
  });
}

/** Gives the page its service: calls, cached answers, and their refresh when the store changed. */
export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  const [queries] = useState(createQueryClient);

  useEffect(() => {
    const changed = new Set<Topic>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopEvents = () => {};

    const refresh = () => {
      timer = undefined;
      const topics = [...changed];
      changed.clear();
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isStale(String(queryKey[0]), topics) });
    };
    const listen = () => {
      stopEvents();
      const { client } = desk.connection;
      if (!client) return;
      const stops = [
        client.on('job.changed', (job) => rememberJob(queries, job)),
        client.on('data.changed', ({ topics }) => {
          for (const topic of topics) changed.add(topic);
          timer ??= setTimeout(refresh, REFRESH_MILLIS);
        }),
      ];
      stopEvents = () => {
        for (const stop of stops) stop();
      };
    };
    listen();
    const stopDesk = desk.subscribe(({ client }) => {
      listen();
      // Whatever was missed while no service was there is read again from the new one.
      if (client) void queries.invalidateQueries();
    });
    return () => {
      stopDesk();
      stopEvents();
      clearTimeout(timer);
    };
  }, [desk, queries]);

  return (
    <DeskContext.Provider value={desk}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </DeskContext.Provider>
  );
}
