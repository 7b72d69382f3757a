import { describe, expect, it } from 'vitest';
import type { JobHandle } from '../../../electron/service/job.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { runSync, type SyncPlan } from '../../../electron/service/sync/run.ts';
import { syncRuns } from '../../../electron/service/sync/status.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { RESOURCES, type SyncTrigger } from '../../../shared/contract/sync.ts';
import { type SandboxDesk, sandboxDesk } from '../../support/sandbox-desk.ts';

const handle: JobHandle = { job_id: 'test', signal: new AbortController().signal, progress: () => {} };

function run(desk: SandboxDesk, plan: SyncPlan = {}, trigger: SyncTrigger = 'staff') {
  return runSync(desk, plan, trigger, handle, () => {});
}

/** Refuses every call to endpoints that contain the word. */
function refuse(desk: SandboxDesk, word: string, code: number): void {
  const platform = desk.platform();
  const { call } = platform;
  platform.call = (endpoint, body, signal) =>
    endpoint.includes(word)
      ? Promise.reject(new DeskError(`platform.${code}`, { endpoint }))
      : call(endpoint, body, signal);
}

describe('a run', () => {
  it('reads every resource and says what set it off', async () => {
    const desk = await sandboxDesk();
    const done = await run(desk, {}, 'wake');
    expect(done).toMatchObject({ state: 'done', trigger: 'wake', error_code: null });
    expect(done.resources.map((one) => one.resource)).toEqual([...RESOURCES]);
    for (const one of done.resources) expect(one.known_as_of, one.resource).toBe(desk.sandbox.clock.now());
    for (const one of done.resources) expect(one.read, one.resource).toBeGreaterThan(0);
  });

  it('goes on with the others when an account has no promoters, and counts as done', async () => {
    const desk = await sandboxDesk();
    refuse(desk, 'get_bind_sharer_list', 48001);
    const done = await run(desk);
    expect(done.state).toBe('done');
    expect(done.resources.find((one) => one.resource === 'promoters')?.error_code).toBe('platform.48001');
    expect(done.resources.find((one) => one.resource === 'orders')?.inserted).toBeGreaterThan(0);
  });

  it('goes on with the others when one resource fails, and ends as failed with its code', async () => {
    const desk = await sandboxDesk();
    refuse(desk, 'get_promote_product_list', 45009);
    await expect(run(desk)).rejects.toMatchObject({ code: 'platform.45009' });
    const [last] = syncRuns(desk.store, 1);
    expect(last).toMatchObject({ state: 'failed', error_code: 'platform.45009' });
    expect(last!.resources.find((one) => one.resource === 'funds')).toMatchObject({ error_code: null });
  });

  it('is a good one though funds and live rooms cannot be read', async () => {
    const desk = await sandboxDesk();
    refuse(desk, '/funds/', 10024000);
    refuse(desk, 'get_bind_talent_list', 40066);
    const done = await run(desk);
    expect(done.state).toBe('done');
    const codes = done.resources.map((one) => one.error_code).filter((code) => code !== null);
    expect(codes).toEqual(['platform.10024000', 'platform.40066']);
  });

  it('stops at once when the account is refused', async () => {
    const desk = await sandboxDesk();
    refuse(desk, 'shop/list/get', 40164);
    await expect(run(desk)).rejects.toMatchObject({ code: 'platform.40164' });
    expect(syncRuns(desk.store, 1)[0]!.resources).toHaveLength(1);
  });

  it('leaves products alone that were read a little while ago, unless staff ask for the products', async () => {
    const desk = await sandboxDesk();
    await run(desk, { only: ['products'] });
    const read = async (trigger: SyncTrigger) => (await run(desk, { only: ['products'] }, trigger)).resources[0]!.read;
    expect(await read('schedule')).toBe(0);
    expect(desk.store.value(sql`select count(*) from product where not_seen_since is not null`)).toBe(0);
    expect(await read('staff')).toBeGreaterThan(0);
    // Asked for everything, minutes later: not again.
    const all = await run(desk);
    expect(all.resources.find((one) => one.resource === 'products')?.read).toBe(0);
    desk.sandbox.clock.advance(7 * 3600);
    await run(desk, { only: ['shops'] });
    expect(await read('schedule')).toBeGreaterThan(0);
  });

  it('believes that something is gone only when two readings say so', async () => {
    const desk = await sandboxDesk();
    await run(desk, { only: ['promoters'] });
    const platform = desk.platform();
    const { call } = platform;
    let cut = 1;
    platform.call = async (endpoint, body, signal) => {
      const reply = await call(endpoint, body, signal);
      if (!endpoint.includes('get_bind_sharer_list') || cut === 0) return reply;
      cut -= 1;
      return { ...reply, value: { ...reply.value, sharer_info_list: [], next_key: '' } };
    };
    await run(desk, { only: ['promoters'] });
    expect(desk.store.value(sql`select count(*) from promoter where not_seen_since is not null`)).toBe(0);
    cut = 1000;
    desk.sandbox.clock.advance(60);
    await run(desk, { only: ['shops'] });
    await run(desk, { only: ['promoters'] });
    expect(desk.store.value(sql`select count(*) from promoter where not_seen_since is null`)).toBe(0);
  });

  it('reads only the quarantine when told so', async () => {
    const desk = await sandboxDesk({ orders: 1500, faults: 'missing-detail:1' });
    await run(desk, { only: ['orders'] });
    const aside = desk.store.value<number>(sql`select count(*) from quarantine`)!;
    expect(aside).toBeGreaterThan(0);
    await desk.door('faults', { faults: '' });
    desk.sandbox.clock.advance(8 * 3600);
    const before = desk.store.value(sql`select known_as_of from sync_cursor where resource = 'orders'`);
    const done = await run(desk, { quarantine: true });
    expect(done.resources).toHaveLength(1);
    expect(done.resources[0]).toMatchObject({ resource: 'orders', read: aside, quarantined: 0 });
    expect(desk.store.value(sql`select known_as_of from sync_cursor where resource = 'orders'`)).toBe(before);
  });
});
