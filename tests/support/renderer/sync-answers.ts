import type { Job } from '../../../shared/contract/desk.ts';
import { RESOURCES, type ResourceOutcome, type SyncRun, type SyncStatus } from '../../../shared/contract/sync.ts';
import type { Answers, Asked } from './answers.ts';
import { DAY, HOUR, NOW } from './invented.ts';

let job: Job | null = null;

const outcome = (resource: ResourceOutcome['resource'], read: number): ResourceOutcome => ({
  resource,
  read,
  inserted: Math.floor(read / 3),
  changed: Math.floor(read / 7),
  unchanged: read - Math.floor(read / 3) - Math.floor(read / 7),
  quarantined: resource === 'orders' && read > 100 ? 1 : 0,
  known_as_of: NOW - 14 * 60,
});

const run = (run_id: number, state: SyncRun['state'], ago: number): SyncRun => ({
  run_id,
  started_at: NOW - ago,
  ended_at: state === 'running' || state === 'interrupted' ? null : NOW - ago + 94,
  state,
  error_code: state === 'failed' ? 'platform.45009' : null,
  resources: RESOURCES.map((resource, index) => outcome(resource, [40, 612, 300, 8421][index]!)),
});

const runs = [
  run(9, 'done', 14 * 60),
  run(8, 'cancelled', 5 * HOUR),
  run(7, 'failed', DAY),
  run(6, 'interrupted', 2 * DAY),
  ...Array.from({ length: 8 }, (_, index) => run(5 - index, 'done', (3 + index) * DAY)),
];

function start({ send }: Asked): { job_id: string } {
  job = {
    job_id: 'sync-1',
    kind: 'sync',
    state: 'running',
    done: 0,
    total: null,
    step: 'shops',
    error: null,
    result: null,
  };
  const tick = () => {
    if (job?.state !== 'running') return;
    const done = job.done + 137;
    job =
      done > 9400
        ? { ...job, done: 9373, total: 9373, state: 'done', result: run(10, 'done', 90) }
        : {
            ...job,
            done,
            total: done > 800 ? 9373 : null,
            step: done < 100 ? 'shops' : done < 800 ? 'products' : 'orders',
          };
    send({ kind: 'event', event: 'job.changed', data: job });
    setTimeout(tick, 120);
  };
  setTimeout(tick, 120);
  return { job_id: job.job_id };
}

export const syncAnswers: Answers = {
  'sync.status': ({ scenario }): SyncStatus => ({
    running:
      job?.state === 'running'
        ? { job_id: job.job_id, resource: 'orders', read: job.done, queued: 230, of: job.total }
        : null,
    known_as_of: {
      shops: NOW - 15 * 60,
      products: NOW - 3 * HOUR,
      promoters: NOW - 15 * 60,
      orders: scenario === 'empty' ? null : NOW - 14 * 60,
    },
    last_run: scenario === 'empty' ? null : runs[0]!,
    queued_keys: 0,
    quarantined: scenario === 'empty' ? 0 : 3,
    clock_skew: scenario === 'empty' ? null : -187,
  }),
  'sync.start': start,
  'job.get': () => {
    if (!job) throw { code: 'job.unknown', params: {} };
    return job;
  },
  'job.cancel': ({ send }) => {
    if (!job) throw { code: 'job.unknown', params: {} };
    job = { ...job, state: 'cancelled' };
    send({ kind: 'event', event: 'job.changed', data: job });
    return job;
  },
  'sync.runs': ({ scenario }) => (scenario === 'empty' ? [] : runs),
  'sync.quarantine': ({ scenario }) => ({
    rows:
      scenario === 'empty'
        ? []
        : [1, 2, 3].map((index) => ({
            order_id: `372010208823457101${index}`,
            sku_id: `298833410${index}`,
            reason: index === 3 ? 'platform.10020001' : 'reply.unreadable',
            since: NOW - index * DAY,
            tries: index * 4,
            last_try_at: NOW - index * 600,
          })),
    next_cursor: null,
    total: scenario === 'empty' ? 0 : 3,
  }),
  'sync.ledger': ({ scenario }) => ({
    rows:
      scenario === 'empty'
        ? []
        : Array.from({ length: 100 }, (_, index) => ({
            at: NOW - 13 * 60 - index,
            endpoint:
              index % 7
                ? '/channels/ec/league/headsupplier/order/get'
                : '/channels/ec/league/headsupplier/order/list/get',
            outcome: index === 4 ? '45011' : index === 11 ? 'network.timeout' : 'ok',
            millis: 38 + ((index * 31) % 190),
            rid: `6921${index.toString(16).padStart(4, '0')}-3b2f1c9a-51a0c7d${index % 10}`,
            try_number: index === 4 ? 2 : 1,
          })),
    by_endpoint:
      scenario === 'empty'
        ? []
        : [
            { endpoint: '/channels/ec/league/headsupplier/order/get', calls: 8421, failed: 3, millis_avg: 61 },
            { endpoint: '/channels/ec/league/headsupplier/order/list/get', calls: 283, failed: 0, millis_avg: 94 },
            { endpoint: '/channels/ec/league/headsupplier/shop/list/get', calls: 2, failed: 0, millis_avg: 88 },
            { endpoint: '/channels/ec/league/promoter/list/get', calls: 15, failed: 1, millis_avg: 75 },
            { endpoint: '/cgi-bin/stable_token', calls: 1, failed: 0, millis_avg: 40 },
          ],
  }),
};
