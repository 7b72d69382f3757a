import type { Topic } from '../../../shared/contract/events.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import {
  RESOURCES,
  type Resource,
  type SyncRun,
  type SyncStatus,
  type SyncTrigger,
} from '../../../shared/contract/sync.ts';
import { startOfDay } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { failureOf } from '../failure-of.ts';
import type { JobHandle } from '../job.ts';
import { picturesWanted } from '../product/pictures.ts';
import { holdAfterSync } from '../review/hold.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { syncFunds } from './funds.ts';
import { syncLiveNotices } from './live-notices.ts';
import { syncOrders } from './orders.ts';
import { FRESHNESS, syncProducts } from './products.ts';
import { syncPromoters } from './promoters.ts';
import { endsRun, isBearable } from './run-failure.ts';
import { syncShops } from './shops.ts';
import { syncRuns } from './status.ts';
import { emptyTally, type Tally } from './tally.ts';
import type { SyncTask } from './task.ts';

const TOPICS: Record<Resource, Topic[]> = {
  shops: ['partnerships'],
  products: ['products', 'listings'],
  promoters: ['promoters'],
  orders: ['orders', 'settlement'],
  funds: ['settlement'],
  live_notices: [],
};

const PAGES_FOLLOW_MS = 3000;

export interface SyncPlan {
  only?: Resource[] | undefined;
  /** Civil day; the first sync goes back 180 days without it. */
  since?: string | undefined;
  /** Only the keys of the quarantine. */
  quarantine?: boolean | undefined;
}

/** Live view of the run, for the status route. */
export type RunningView = NonNullable<SyncStatus['running']>;

/**
 * One run over the planned resources, in the order of the contract. A resource that cannot be read leaves the others
 * their turn. What was read stays, also when the run fails or is cancelled; the run's row says how it ended. Throws
 * what stopped it, or the first failure the books suffer from.
 */
export async function runSync(
  context: Context,
  plan: SyncPlan,
  trigger: SyncTrigger,
  handle: JobHandle,
  show: (view: RunningView) => void,
): Promise<SyncRun> {
  const { store } = context;
  const since = plan.since ? startOfDay(plan.since) : null;
  if (plan.since && since === null) throw new DeskError('input.invalid', { field: 'since', value: plan.since });
  const platform = context.platform();
  const runId = store.run(sql`insert into sync_run (started_at, state, trigger)
    values (${context.now()}, 'running', ${trigger})`).id;
  const tallies: Tally[] = [];
  const wanted = plan.quarantine ? ['orders'] : (plan.only ?? RESOURCES);
  let failed: unknown = null;
  try {
    await platform.reach();
    for (const resource of RESOURCES.filter((one) => wanted.includes(one))) {
      const tally = emptyTally(resource);
      tallies.push(tally);
      try {
        await syncResource(taskOf(context, trigger, handle, tallies, tally, show), { ...plan, since });
        if (resource === 'products') context.wantPictures?.(picturesWanted(store));
        if (resource === 'orders') await holdAfterSync(context, handle.signal);
      } catch (error) {
        tally.error_code = failureOf(error).code;
        if (handle.signal.aborted || endsRun(error, resource)) throw error;
        if (!isBearable(error, resource)) failed ??= error;
      }
      context.changed(...TOPICS[resource], 'sync');
    }
    if (failed !== null) throw failed;
    endRun(store, runId, 'done', null, tallies, context.now());
  } catch (error) {
    const state = handle.signal.aborted ? 'cancelled' : 'failed';
    const code = state === 'cancelled' ? null : failureOf(error).code;
    endRun(store, runId, state, code, tallies, context.now());
    throw error;
  } finally {
    context.changed('sync', 'status', ...tallies.flatMap((tally) => TOPICS[tally.resource]));
  }
  return syncRuns(store, 1)[0]!;
}

function taskOf(
  context: Context,
  trigger: SyncTrigger,
  handle: JobHandle,
  tallies: readonly Tally[],
  tally: Tally,
  show: (view: RunningView) => void,
): SyncTask {
  let toldAt = performance.now();
  return {
    store: context.store,
    platform: context.platform(),
    signal: handle.signal,
    tally,
    asked: trigger === 'staff',
    told: () => context.changed(...TOPICS[tally.resource]),
    progress(queued, of) {
      show({ job_id: handle.job_id, resource: tally.resource, read: tally.read, queued, of });
      const done = tallies.reduce((sum, one) => sum + one.read, 0);
      handle.progress(done, of === null ? null : done - tally.read + of, tally.resource);
      // Pages that are open follow a long run, but not so often that reading them slows it.
      if (performance.now() - toldAt > PAGES_FOLLOW_MS) {
        toldAt = performance.now();
        context.changed(...TOPICS[tally.resource]);
      }
    },
  };
}

function syncResource(task: SyncTask, plan: Omit<SyncPlan, 'since'> & { since: number | null }): Promise<void> {
  switch (task.tally.resource) {
    case 'shops':
      return syncShops(task);
    case 'promoters':
      return syncPromoters(task);
    case 'products':
      return syncProducts(
        task,
        FRESHNESS[!task.asked ? 'schedule' : plan.only?.includes('products') ? 'products' : 'staff'],
      );
    case 'funds':
      return syncFunds(task);
    case 'live_notices':
      return syncLiveNotices(task);
    case 'orders':
      return syncOrders(task, { since: plan.since, quarantineOnly: plan.quarantine === true });
  }
}

function endRun(
  store: Store,
  runId: number,
  state: SyncRun['state'],
  code: string | null,
  tallies: Tally[],
  at: number,
) {
  try {
    store.run(sql`update sync_run set state = ${state}, ended_at = ${at}, error_code = ${code},
      outcome = ${JSON.stringify(tallies)} where run_id = ${runId}`);
  } catch (error) {
    // A full disk refuses this row too; what stopped the run is the better message.
    if (state === 'done') throw error;
  }
}

/** Runs that were cut off by the end of the program. Call it once, before the first run. */
export function markInterrupted(store: Store): void {
  store.run(sql`update sync_run set state = 'interrupted' where state = 'running'`);
}
