import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  type Background,
  type BackgroundOptions,
  background,
} from '../../../electron/service/background/background.ts';
import { LOW_BYTES } from '../../../electron/service/background/free-disk.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { BackgroundNews } from '../../../shared/background-link.ts';
import type { Job } from '../../../shared/contract/desk.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { RESOURCES, type Resource, type SyncTrigger } from '../../../shared/contract/sync.ts';
import { NOON, type TestDesk, testDesk } from '../../support/desk-context.ts';
import { FakeClock } from './fake-clock.ts';

const HOUR = 3600;
const GIGABYTE = 2 ** 30;
const SECRET = 'abcdef0123456789';

let desk: TestDesk;
let clock: FakeClock;
let behind: Background;
let news: BackgroundNews[];
let runs: { job: Job; trigger: SyncTrigger }[];
let free: number | null;
let refusal: Error | null;

beforeEach(async () => {
  desk = await testDesk();
  clock = new FakeClock();
  news = [];
  runs = [];
  free = 20 * GIGABYTE;
  refusal = null;
});

/** The stand-in for the control: joins a run under way, else begins one that waits to be ended. */
function start(trigger: SyncTrigger): Job {
  if (refusal) throw refusal;
  const under = runs.find(({ job }) => job.state === 'running');
  if (under) return under.job;
  const job_id = `run ${runs.length + 1}`;
  const job: Job = {
    job_id,
    kind: 'sync',
    state: 'running',
    done: 0,
    total: null,
    step: null,
    error: null,
    result: null,
  };
  runs.push({ job, trigger });
  return { ...job };
}

function open(given: Partial<BackgroundOptions> = {}): void {
  behind = background({
    context: desk,
    sync: { start: (_plan, trigger) => start(trigger), running: () => null },
    clock,
    random: () => 0.5,
    freeBytes: async () => free,
    local: false,
    active: true,
    tell: (said) => news.push(said),
    ...given,
  });
  onTestFinished(() => behind.close());
}

/** Time passes, and what was begun meanwhile gets its turn. */
async function pass(seconds: number): Promise<void> {
  clock.pass(seconds);
  await new Promise((resolve) => setImmediate(resolve));
}

function end(change: Partial<Job>): void {
  const { job } = runs.at(-1)!;
  Object.assign(job, change);
  behind.jobChanged({ ...job });
}

function succeed(failed: Partial<Record<Resource, string>> = {}, only: readonly Resource[] = RESOURCES): void {
  const resources = only.map((resource) => ({ resource, error_code: failed[resource] ?? null }));
  end({ state: 'done', result: { trigger: runs.at(-1)!.trigger, resources } });
}

const fail = (code: string, params: Record<string, string | number | null> = {}) =>
  end({ state: 'failed', error: { code, params: { endpoint: '/x', message: `rid: 1 ${SECRET}`, ...params } } });

const addressRefused = (address = '203.0.113.7') => fail('platform.40164', { address });

describe('runs', () => {
  it('come at the start and then every quarter of an hour', async () => {
    open();
    await pass(5);
    expect(runs.map(({ trigger }) => trigger)).toEqual(['start']);
    succeed();
    await pass(900);
    expect(runs.map(({ trigger }) => trigger)).toEqual(['start', 'schedule']);
  });

  it('do not come at the start when the books are fresh', async () => {
    desk.store.run(
      sql`insert into sync_run (started_at, ended_at, state) values (${NOON - 700}, ${NOON - 600}, 'done')`,
    );
    open();
    expect(behind.get().next_at).toBe(Math.round(clock.wall()) + 300);
    await pass(299);
    expect(runs).toEqual([]);
  });

  it('join what staff have begun', async () => {
    open();
    start('staff');
    await pass(5);
    expect(runs).toHaveLength(1);
    succeed();
    expect(behind.get().next_at).toBe(Math.round(clock.wall()) + 900);
  });

  it('tell main and the pages of their beginning and end, not of every step between', async () => {
    open();
    await pass(5);
    news.length = 0;
    desk.topics.length = 0;
    for (let step = 0; step < 50; step += 1) end({ done: step });
    expect(news).toEqual([]);
    succeed();
    expect(news.map(({ running }) => running)).toEqual([false]);
    expect(desk.topics).toEqual(['background']);
  });

  it('are kept away by a context without credentials', async () => {
    open({ context: { ...desk, connected: false } });
    await pass(HOUR);
    expect(runs).toEqual([]);
    expect(behind.get()).toMatchObject({ waiting: 'no_credentials', next_at: null });
  });

  it('that cannot even begin count as failed', async () => {
    refusal = new DeskError('platform.40125');
    open();
    await pass(5);
    expect(behind.get()).toMatchObject({ failures: 1, attention: [{ kind: 'credentials_refused' }] });
  });

  it('other work is none of them', async () => {
    open();
    behind.jobChanged({ ...start('staff'), kind: 'report' });
    expect(behind.get().next_at).not.toBeNull();
  });
});

describe('settings and pause', () => {
  it('are kept, with the usual ones first', () => {
    open();
    expect(behind.get()).toMatchObject({ on: true, every_minutes: 15, on_battery: 'slower', paused_until: null });
    const until = Math.round(clock.wall()) + HOUR;
    behind.set({ every_minutes: 30, on_battery: undefined });
    expect(behind.pause(until)).toMatchObject({ paused_until: until, waiting: 'paused', next_at: null });
    behind.close();
    open();
    expect(behind.get()).toMatchObject({ every_minutes: 30, on_battery: 'slower', paused_until: until });
  });

  it('a pause that is over is not shown any more', async () => {
    open();
    behind.pause(Math.round(clock.wall()) + 60);
    await pass(60);
    expect(behind.get()).toMatchObject({ paused_until: null, waiting: null });
    expect(news.at(-1)!.state.paused_until).toBeNull();
  });

  it('that nobody can read are the usual ones', () => {
    desk.store.run(
      sql`insert into setting (key, value) values ('background', '{"on":7'), ('background_attention', '3')`,
    );
    open();
    expect(behind.get()).toMatchObject({ on: true, every_minutes: 15, attention: [] });
  });

  it('can be changed where nothing runs by itself', async () => {
    open({ active: false });
    expect(behind.set({ every_minutes: 60 })).toMatchObject({ every_minutes: 60, waiting: 'off', next_at: null });
    await pass(5 * HOUR);
    expect(runs).toEqual([]);
    expect(news.every(({ state }) => state.next_at === null)).toBe(true);
  });
});

describe('what needs a person', () => {
  it('is named with what staff need, since when, and never with more', async () => {
    open();
    await pass(5);
    addressRefused();
    expect(behind.get().attention).toEqual([
      {
        kind: 'address_not_allowed',
        code: 'platform.40164',
        params: { address: '203.0.113.7' },
        since: Math.round(clock.wall()),
      },
    ]);
    expect(JSON.stringify(news)).not.toContain(SECRET);
  });

  it.each([
    ['platform.40001', 'credentials_refused'],
    ['platform.40013', 'credentials_refused'],
    ['platform.40125', 'credentials_refused'],
    ['platform.40243', 'credentials_refused'],
    ['platform.40164', 'address_not_allowed'],
    ['platform.45035', 'address_not_allowed'],
    ['platform.61004', 'address_not_allowed'],
    ['store.corrupt', 'store_broken'],
    ['store.disk_full', 'disk_low'],
  ])('%s is %s and is tried once an hour', async (code, kind) => {
    open();
    await pass(5);
    fail(code);
    expect(behind.get()).toMatchObject({ attention: [{ kind, code }], waiting: 'needs_person' });
    await pass(HOUR - 1);
    expect(runs).toHaveLength(1);
    await pass(1);
    expect(runs).toHaveLength(2);
  });

  it.each(['network.unreachable', 'platform.-1', 'service.internal'])('%s is not', async (code) => {
    open();
    await pass(5);
    fail(code);
    expect(behind.get()).toMatchObject({ attention: [], waiting: null, failures: 1 });
    await pass(60);
    expect(runs).toHaveLength(2);
  });

  it('keeps its since over runs and restarts, and starts anew with another address', async () => {
    open();
    await pass(5);
    addressRefused();
    const { since } = behind.get().attention[0]!;
    await pass(HOUR);
    addressRefused();
    expect(behind.get().attention).toMatchObject([{ since }]);
    behind.close();
    open();
    expect(behind.get().attention).toMatchObject([{ since }]);
    await pass(5);
    addressRefused('198.51.100.4');
    expect(behind.get().attention).toMatchObject([
      { params: { address: '198.51.100.4' }, since: Math.round(clock.wall()) },
    ]);
  });

  it('goes away with the next good run, also of one resource', async () => {
    open();
    await pass(5);
    addressRefused();
    start('staff');
    succeed({}, ['shops']);
    expect(behind.get()).toMatchObject({ attention: [], waiting: null, failures: 0 });
    expect(news.at(-1)!.state.attention).toEqual([]);
    behind.close();
    open();
    expect(behind.get().attention).toEqual([]);
  });

  it('is tried at once after the settings were changed', async () => {
    open();
    await pass(5);
    addressRefused();
    behind.set({ on: true });
    await pass(0);
    expect(runs).toHaveLength(2);
  });

  it('is found in a run that went on without one resource, and does not hold the others', async () => {
    open();
    await pass(5);
    succeed({ products: 'platform.45009', funds: 'platform.48001' });
    expect(behind.get()).toMatchObject({
      attention: [{ kind: 'quota_used_up', code: 'platform.45009', params: { endpoint: null } }],
      waiting: null,
      next_at: Math.round(clock.wall()) + 900,
    });
  });
});

describe('a quota that is used up', () => {
  const midnight = NOON + 12 * HOUR;

  it('waits for the next day of UTC+8 and a few minutes', async () => {
    open();
    await pass(5);
    fail('platform.45009', { endpoint: '/channels/ec/league/headsupplier/order/get' });
    expect(behind.get()).toMatchObject({
      attention: [{ params: { endpoint: '/channels/ec/league/headsupplier/order/get' } }],
      waiting: 'needs_person',
    });
    const wait = behind.get().next_at! - Math.round(clock.wall());
    expect(wait).toBeGreaterThanOrEqual(midnight - NOON + 180);
    expect(wait).toBeLessThan(midnight - NOON + 600);
  });

  it('waits on after the program was started anew, and not on the next day', async () => {
    open();
    await pass(5);
    fail('platform.45009');
    behind.close();
    desk.time = NOON + HOUR;
    open();
    await pass(10 * HOUR);
    expect(runs).toHaveLength(1);
    behind.close();
    desk.time = midnight + 700;
    open();
    await pass(5);
    expect(runs).toHaveLength(2);
  });

  it('of another resource than the orders does not keep the orders waiting', async () => {
    open();
    await pass(5);
    const outcome = [
      { resource: 'products', error_code: 'platform.45009' },
      { resource: 'orders', error_code: null },
    ];
    desk.store.run(sql`insert into sync_run (started_at, ended_at, state, outcome)
      values (${NOON}, ${NOON}, 'failed', ${JSON.stringify(outcome)})`);
    fail('platform.45009');
    expect(behind.get()).toMatchObject({
      attention: [{ kind: 'quota_used_up' }],
      waiting: null,
      next_at: Math.round(clock.wall()) + 900,
    });
  });

  it('is not taken for mended by a run of another resource', async () => {
    open();
    await pass(5);
    fail('platform.45009');
    start('staff');
    succeed({}, ['shops']);
    expect(behind.get().attention).toHaveLength(1);
    start('staff');
    succeed();
    expect(behind.get().attention).toEqual([]);
  });
});

describe('a disk', () => {
  it('with little room keeps runs away and says how little, until there is room', async () => {
    free = LOW_BYTES - 1;
    open();
    await pass(5);
    expect(runs).toEqual([]);
    expect(behind.get()).toMatchObject({
      attention: [{ kind: 'disk_low', code: 'store.disk_low', params: { free_bytes: LOW_BYTES - 1 } }],
      waiting: 'needs_person',
      next_at: null,
    });
    free = GIGABYTE;
    await pass(600);
    await pass(1);
    expect(behind.get().attention).toEqual([]);
    expect(runs.map(({ trigger }) => trigger)).toEqual(['start']);
  });

  it('is looked at between runs', async () => {
    open();
    await pass(5);
    succeed();
    behind.set({ every_minutes: 1440 });
    free = 0;
    await pass(600);
    expect(behind.get().attention).toMatchObject([{ kind: 'disk_low' }]);
    expect(news.at(-1)!.state.attention).toHaveLength(1);
  });

  it('that nobody can measure is taken as it is', async () => {
    free = null;
    open();
    await pass(5);
    expect(runs).toHaveLength(1);
  });

  it('that refused a write though there seemed to be room stays on the list until a run succeeds', async () => {
    open();
    await pass(5);
    fail('store.disk_full');
    await pass(HOUR);
    expect(behind.get().attention).toMatchObject([{ code: 'store.disk_full' }]);
    succeed();
    expect(behind.get().attention).toEqual([]);
  });
});

describe('the machine', () => {
  it('reaches the schedule and the page', async () => {
    open();
    behind.machine({ online: false, on_battery: true });
    expect(behind.get()).toMatchObject({ online: false, on_battery_now: true, waiting: 'offline' });
    expect(news.at(-1)!.state.online).toBe(false);
    await pass(HOUR);
    expect(runs).toEqual([]);
    behind.machine({ online: true });
    await pass(5);
    expect(runs).toHaveLength(1);
  });

  it('without network still reaches a platform on itself', async () => {
    open({ local: true });
    behind.machine({ online: false, on_battery: true });
    expect(behind.get()).toMatchObject({ online: true, on_battery_now: true });
    await pass(5);
    expect(runs).toHaveLength(1);
  });
});

it('says nothing and starts nothing once it is closed', async () => {
  open();
  await pass(5);
  news.length = 0;
  behind.close();
  end({ state: 'cancelled' });
  await pass(24 * HOUR);
  expect([news, runs.length]).toEqual([[], 1]);
});
