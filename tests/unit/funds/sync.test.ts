import { describe, expect, it } from 'vitest';
import { platformFailure } from '../../../electron/service/platform/failure.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { syncFunds } from '../../../electron/service/sync/funds.ts';
import { knownAsOf } from '../../../electron/service/sync/status.ts';
import { NOON, type TestDesk, testDesk } from '../../support/desk-context.ts';
import { resourceWorld } from '../../support/resource-world.ts';
import { runResource } from '../../support/run-resource.ts';

const DAY = 86_400;
const DETAIL = '/channels/ec/league/headsupplier/funds/flowdetail/get';

describe('funds of the stand-in', () => {
  it('arrive whole; a second run asks for no flow again', async () => {
    const world = await resourceWorld({ orders: 1500 });
    const first = await world.run('funds', syncFunds);
    const paid = world.sandbox.books().filter((row) => row.settled_time !== null && row.service_amount > 0);
    const ours = world.store.get(
      sql`select count(*) as flows, sum(amount_fen) as fen, sum(booked_at is null) as undated from funds_flow where funds_type = 2`,
    );
    expect(ours).toEqual({
      flows: paid.length,
      fen: paid.reduce((sum, row) => sum + row.service_amount, 0),
      undated: 0,
    });
    expect(first).toMatchObject({ changed: 0, unchanged: 0, quarantined: 0, known_as_of: 1_795_000_000 });
    expect(first.inserted).toBe(first.read);
    expect(world.calls.filter((call) => call === DETAIL)).toHaveLength(first.read - 1);

    world.calls.length = 0;
    expect(await world.run('funds', syncFunds)).toMatchObject({ read: 1, inserted: 0, changed: 0, unchanged: 1 });
    expect(world.calls.filter((call) => call === DETAIL)).toEqual([]);
    expect(world.store.value(sql`select count(*) from funds_balance`)).toBe(1);
    expect(knownAsOf(world.store).funds).toBe(1_795_000_000);
  });
});

/** A platform of so many flows, one an hour back from noon; `longest` days are the longest range it takes. */
function flowPlatform(desk: TestDesk, count: number, longest = 1000) {
  const flows = Array.from({ length: count }, (_, index) => ({ flow_id: `f${index}`, at: NOON - index * 3600 }));
  const asked: string[] = [];
  desk.script.on('balance/get', { available_amount: 5, pending_amount: 6 });
  desk.script.on('flowlist/get', (body) => {
    const { start_time, end_time, page, page_size } = body as Record<string, number>;
    if (end_time! - start_time! > longest * DAY + 1) throw platformFailure(10024000, 'flowlist/get', 'range');
    const inside = flows.filter((flow) => flow.at >= start_time! && flow.at <= end_time!);
    const begin = (page! - 1) * page_size!;
    const flow_ids = inside.slice(begin, begin + page_size!).map((flow) => flow.flow_id);
    return { flow_ids, has_more: begin + page_size! < inside.length, next_key: `k${page}` };
  });
  desk.script.on('flowdetail/get', ({ flow_id }) => {
    asked.push(String(flow_id));
    return { funds_flow: { flow_id, funds_type: 2, amount: 7, bookkeeping_time: '2026-11-20 11:00:00' } };
  });
  return { flows, asked };
}

describe('syncFunds', () => {
  it('halves a range that is refused, and still reads everything', async () => {
    const desk = await testDesk();
    const { asked } = flowPlatform(desk, 120, 7);
    const tally = await runResource(desk, 'funds', syncFunds);
    expect(tally.inserted).toBe(121);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('gives up on a platform that refuses every range', async () => {
    const desk = await testDesk();
    flowPlatform(desk, 1, 0);
    await expect(runResource(desk, 'funds', syncFunds)).rejects.toMatchObject({ code: 'platform.10024000' });
    expect(knownAsOf(desk.store).funds).toBeNull();
  });

  it('lists only the last days again', async () => {
    const desk = await testDesk();
    flowPlatform(desk, 3);
    await runResource(desk, 'funds', syncFunds);
    desk.script.calls.length = 0;
    desk.time += DAY;
    await runResource(desk, 'funds', syncFunds);
    const lists = desk.script.calls.filter((call) => call.endpoint.endsWith('flowlist/get'));
    expect(lists.map((call) => [call.body.start_time, call.body.end_time])).toEqual([[NOON - 3 * DAY, NOON + DAY + 1]]);
  });

  it('adds a balance only when it differs', async () => {
    const desk = await testDesk();
    flowPlatform(desk, 0);
    for (const available_amount of [5, 5, 8]) {
      desk.time += 1;
      desk.script.on('balance/get', { available_amount, pending_amount: 6 });
      await runResource(desk, 'funds', syncFunds);
    }
    expect(desk.store.all(sql`select * from funds_balance`)).toEqual([
      { seen_at: NOON + 1, available_fen: 5, pending_fen: 6 },
      { seen_at: NOON + 3, available_fen: 8, pending_fen: 6 },
    ]);
  });

  it('keeps what came before a failure, and reads the rest in the next run', async () => {
    const desk = await testDesk();
    const { asked } = flowPlatform(desk, 40);
    const answers = desk.script;
    let broken = true;
    answers.on('flowdetail/get', ({ flow_id }) => {
      if (broken && flow_id === 'f20') throw platformFailure(48001, 'flowdetail/get', 'no permission');
      asked.push(String(flow_id));
      return { funds_flow: { flow_id, funds_type: 2, amount: 7, bookkeeping_time: '2026-11-20 11:00:00' } };
    });
    await expect(runResource(desk, 'funds', syncFunds)).rejects.toMatchObject({ code: 'platform.48001' });
    expect(knownAsOf(desk.store).funds).toBeNull();
    const kept = desk.store.value<number>(sql`select count(*) from funds_flow`);
    expect(kept).toBe(asked.length);
    expect(kept).toBeGreaterThan(0);
    broken = false;
    await runResource(desk, 'funds', syncFunds);
    expect(desk.store.value(sql`select count(*) from funds_flow`)).toBe(40);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('asks again for a flow without detail, also when its day is no longer listed', async () => {
    const desk = await testDesk();
    flowPlatform(desk, 2);
    desk.script.on('flowdetail/get', ({ flow_id }) => {
      if (flow_id === 'f1') throw platformFailure(10024008, 'flowdetail/get', 'no such flow');
      return { funds_flow: { flow_id, funds_type: 2, amount: 7, bookkeeping_time: '2026-11-20 11:00:00' } };
    });
    expect(await runResource(desk, 'funds', syncFunds)).toMatchObject({ inserted: 2, quarantined: 1 });
    desk.time += 30 * DAY;
    expect(await runResource(desk, 'funds', syncFunds)).toMatchObject({ read: 1, quarantined: 1 });
    desk.script.on('flowdetail/get', ({ flow_id }) => ({ funds_flow: { flow_id, funds_type: 3, amount: 1 } }));
    expect(await runResource(desk, 'funds', syncFunds)).toMatchObject({ read: 2, changed: 1, quarantined: 0 });
    expect(
      desk.store.get(sql`select funds_type, amount_fen, first_seen_at from funds_flow where flow_id = 'f1'`),
    ).toEqual({
      funds_type: 3,
      amount_fen: 1,
      first_seen_at: NOON,
    });
  });
});
