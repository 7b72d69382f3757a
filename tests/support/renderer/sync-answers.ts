import type { Job } from '../../../shared/contract/desk.ts';
import {
  RESOURCES,
  type Resource,
  type ResourceOutcome,
  type SyncRun,
  type SyncStatus,
} from '../../../shared/contract/sync.ts';
import type { Answers, Scenario } from './answers.ts';
import { DAY, HOUR, NOW } from './invented.ts';
import { countingJob, jobOf, tellJob } from './jobs.ts';

const READ: Record<Resource, number> = {
  shops: 40,
  promoters: 300,
  orders: 8421,
  products: 612,
  funds: 1204,
  live_notices: 18,
};

const RUN_TOTAL = 9373;

function outcome(resource: Resource, error_code: string | null): ResourceOutcome {
  const read = error_code === null ? READ[resource] : Math.floor(READ[resource] / 4);
  return {
    resource,
    read,
    inserted: Math.floor(read / 3),
    changed: Math.floor(read / 7),
    unchanged: read - Math.floor(read / 3) - Math.floor(read / 7),
    quarantined: resource === 'orders' && read > 100 ? 3 : 0,
    known_as_of: NOW - 14 * 60,
    error_code,
  };
}

const run = (
  run_id: number,
  state: SyncRun['state'],
  ago: number,
  options: { trigger?: SyncRun['trigger']; failing?: Partial<Record<Resource, string>> } = {},
): SyncRun => ({
  run_id,
  trigger: options.trigger ?? 'schedule',
  started_at: NOW - ago,
  ended_at: state === 'running' || state === 'interrupted' ? null : NOW - ago + 94,
  state,
  error_code: state === 'failed' ? 'platform.45009' : null,
  resources: RESOURCES.map((resource) => outcome(resource, options.failing?.[resource] ?? null)),
});

const runs = [
  run(12, 'done', 14 * 60, { failing: { live_notices: 'platform.48001' } }),
  run(11, 'done', 75 * 60, { trigger: 'wake' }),
  run(10, 'done', 3 * HOUR),
  run(9, 'cancelled', 5 * HOUR, { trigger: 'staff' }),
  run(8, 'failed', DAY, { failing: { orders: 'platform.45009' } }),
  run(7, 'interrupted', 2 * DAY, { trigger: 'start' }),
  ...Array.from({ length: 8 }, (_, index) =>
    run(6 - index, 'done', (3 + index) * DAY, { trigger: index % 3 ? 'schedule' : 'online' }),
  ),
];

/** What the last run met, as each scenario has it. */
function lastRun(scenario: Scenario): SyncRun {
  if (scenario === 'quota') return run(13, 'done', 9 * 60, { failing: { orders: 'platform.45009' } });
  const stopped = { refused: 'platform.40125', offline: 'network.unreachable' }[scenario as string];
  if (stopped) {
    const resources = RESOURCES.map((resource) => ({
      ...outcome(resource, stopped),
      ...{ read: 0, inserted: 0, changed: 0, unchanged: 0, quarantined: 0, known_as_of: NOW - 2 * DAY },
    }));
    return { ...run(13, 'failed', 6 * 60), ended_at: NOW - 6 * 60 + 3, error_code: stopped, resources };
  }
  return runs[0]!;
}

/** The run of the scenario `running`: it stays where it is, so that it can be pictured. */
const standing: Job = {
  job_id: 'sync-standing',
  kind: 'sync',
  state: 'running',
  done: 3204,
  total: RUN_TOTAL,
  step: 'orders',
  error: null,
  result: null,
};

let started: string | null = null;
const isEmpty = (scenario: Scenario) => scenario === 'empty' || scenario === 'fresh';

function knownAsOf(scenario: Scenario): SyncStatus['known_as_of'] {
  const back = scenario === 'offline' || scenario === 'refused' ? 2 * DAY : 0;
  const empty = isEmpty(scenario);
  return {
    shops: empty ? null : NOW - 15 * 60 - back,
    promoters: empty ? null : NOW - 15 * 60 - back,
    orders: empty ? null : NOW - 14 * 60 - back,
    products: empty ? null : NOW - 3 * HOUR - back,
    funds: empty ? null : NOW - 14 * 60 - back,
    live_notices: empty ? null : NOW - 27 * HOUR - back,
  };
}

function running(scenario: Scenario): SyncStatus['running'] {
  const job = scenario === 'running' ? standing : started === null ? null : jobOf(started);
  if (job?.state !== 'running') return null;
  return { job_id: job.job_id, resource: 'orders', read: job.done, queued: 230, of: job.total };
}

export const syncAnswers: Answers = {
  'sync.status': ({ scenario }): SyncStatus => {
    const empty = isEmpty(scenario);
    return {
      running: running(scenario),
      known_as_of: knownAsOf(scenario),
      last_run: empty ? null : lastRun(scenario),
      queued_keys: scenario === 'running' ? 230 : 0,
      quarantined: empty ? 0 : 3,
      clock_skew: empty ? null : -187,
      overlap: DAY,
      lateness: empty ? 0 : 3 * HOUR,
      covered_from: empty ? null : NOW - 180 * DAY,
      backfill_from: scenario === 'running' ? NOW - 365 * DAY : null,
      drift: empty ? 0 : 4,
    };
  },
  'sync.start': ({ send }) => {
    const stepOf = (done: number) => (done < 100 ? 'shops' : done < 800 ? 'promoters' : 'orders');
    const job = countingJob('sync', { total: RUN_TOTAL, step: stepOf, result: () => run(14, 'done', 90) }, send);
    started = job.job_id;
    return job;
  },
  'job.get': ({ input, scenario }) => {
    const { job_id } = input as { job_id: string };
    return scenario === 'running' && job_id === standing.job_id ? standing : jobOf(job_id);
  },
  'job.cancel': ({ input, send }) => {
    const job: Job = { ...jobOf((input as { job_id: string }).job_id), state: 'cancelled' };
    tellJob(job, send);
    return job;
  },
  'sync.runs': ({ scenario }) => {
    if (isEmpty(scenario)) return [];
    if (scenario === 'quota') return [lastRun(scenario), ...runs];
    return scenario === 'refused' || scenario === 'offline' ? [lastRun(scenario), ...runs.slice(5)] : runs;
  },
  'sync.quarantine': ({ scenario }) => ({
    rows: isEmpty(scenario)
      ? []
      : [1, 2, 3].map((index) => ({
          order_id: `372010208823457101${index}`,
          sku_id: `298833410${index}`,
          reason: ['platform.10024006', 'reply.unreadable', 'platform.-1'][index - 1]!,
          since: NOW - index * index * 11 * HOUR,
          tries: index * 4,
          last_try_at: NOW - index * 600,
          next_try_at: NOW + (index - 2) * 2 * HOUR,
        })),
    next_cursor: null,
    total: isEmpty(scenario) ? 0 : 3,
  }),
  'sync.retry_key': ({ input }) => {
    const found = (input as { order_id: string }).order_id.endsWith('1');
    return { read: found, reason: found ? null : 'platform.10024006' };
  },
};
