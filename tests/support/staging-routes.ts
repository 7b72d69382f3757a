import type { Context } from '../../electron/service/context.ts';
import { jobs } from '../../electron/service/job.ts';
import { stagingHandlers } from '../../electron/service/staging/routes.ts';
import type { Job } from '../../shared/contract/desk.ts';
import type { RouteInput, RouteName, RouteOutput } from '../../shared/contract/routes.ts';
import { routes } from '../../shared/contract/routes.ts';

type StagingRoute = Extract<RouteName, `staging.${string}`>;

export interface StagingDesk {
  call<Name extends StagingRoute>(name: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>>;
  /** Starts it and waits for its end. */
  work(name: 'staging.apply' | 'staging.check' | 'staging.retry', input: RouteInput<'staging.retry'>): Promise<Job>;
  close(): Promise<void>;
}

/** The routes of staging over a context, with jobs of their own. */
export function stagingOf(context: Context): StagingDesk {
  const work = jobs(() => undefined);
  const handlers = stagingHandlers(context, work);
  const call: StagingDesk['call'] = async (name, input) => {
    const checked = routes[name].input.parse(input);
    return (handlers[name] as (input: unknown) => never)(checked);
  };
  return {
    call,
    async work(name, input) {
      const { job_id } = await call(name, input);
      while (work.get(job_id).state === 'running') await new Promise((resolve) => setImmediate(resolve));
      return work.get(job_id);
    },
    close: () => work.close(),
  };
}
