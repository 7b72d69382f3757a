import { expect, it } from 'vitest';
import { DAY, NOW, type Reply, small } from './caller.ts';

const FUNDS = '/channels/ec/league/headsupplier/funds';
const CLUE = '/channels/ec/league/headsupplier/clue';

it('writes one flow for every settled order that pays, and a balance that follows', async () => {
  const caller = await small();
  const ids: string[] = [];
  let next = '';
  for (let page = 1; ; page++) {
    const reply = await caller.call(`${FUNDS}/flowlist/get`, { page, page_size: 50, next_key: next, funds_type: 2 });
    ids.push(...reply.flow_ids);
    if (!reply.has_more) break;
    next = reply.next_key;
  }
  const settled = caller.sandbox.books().filter((row) => row.settled_time !== null && row.service_amount > 0);
  expect(ids).toHaveLength(settled.length);
  expect(new Set(ids).size).toBe(ids.length);
  const flows: Reply[] = [];
  for (const flow_id of ids.slice(-60))
    flows.push((await caller.call(`${FUNDS}/flowdetail/get`, { flow_id })).funds_flow);
  expect(flows[0]?.bookkeeping_time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  for (const flow of flows) {
    const amounts = settled.filter((row) => row.order_id === flow.order_id).map((row) => row.service_amount);
    expect(amounts).toContain(flow.amount);
  }
  const balance = await caller.call(`${FUNDS}/balance/get`, {});
  const pending = caller.sandbox.books().filter((row) => row.commission_status === 20 && row.pay_time !== null);
  expect(balance.pending_amount).toBe(pending.reduce((sum, row) => sum + row.service_amount, 0));
  const last = (
    await caller.call(`${FUNDS}/flowlist/get`, { page: 1, page_size: 100, start_time: NOW - 7 * DAY })
  ).flow_ids.at(-1);
  expect((await caller.call(`${FUNDS}/flowdetail/get`, { flow_id: last })).funds_flow.balance).toBe(
    balance.available_amount,
  );
  expect(await caller.call(`${FUNDS}/flowdetail/get`, { flow_id: '1' })).toMatchObject({ errcode: 10024008 });
  expect(await caller.call(`${FUNDS}/flowlist/get`, { page: 500, page_size: 10 })).toMatchObject({ errcode: 10024000 });
});

it('reports sales of own goods as clues without money for us', async () => {
  const caller = await small({ orders: 20_000 });
  const first = await caller.call(`${CLUE}/list/get`, { page_size: 100 });
  const second = await caller.call(`${CLUE}/list/get`, { page_size: 100, next_key: first.next_key });
  expect(first.list).toHaveLength(100);
  expect(first.has_more).toBe(true);
  expect(second.list[0]).not.toEqual(first.list[0]);
  const { commssion_clue } = await caller.call(`${CLUE}/get`, first.list[0]);
  expect(commssion_clue.clue_detail.order_info).toEqual({ status: 20 });
  expect(await caller.call(`${CLUE}/get`, { order_id: 1, sku_id: 1 })).toMatchObject({ errcode: 10024006 });
  expect(await caller.call(`${CLUE}/list/get`, { page_size: 101 })).toMatchObject({ errcode: 10024000 });
});

it('keeps books of balance, flows and clues, now and for an earlier time', async () => {
  const caller = await small({ orders: 3000, faults: 'late-change:0.5,unknown-codes:0.3' });
  const [balance] = await caller.book('balance');
  const reply = await caller.call(`${FUNDS}/balance/get`, {});
  expect(reply).toEqual({ errcode: 0, errmsg: 'ok', ...balance });
  const flows = await caller.book('flows');
  for (const flow of flows.slice(-30)) {
    const { bookkeeping_at, order_id, withdraw_id, ...rest } = flow;
    const detail = (await caller.call(`${FUNDS}/flowdetail/get`, { flow_id: flow.flow_id })).funds_flow;
    expect(detail).toMatchObject(rest);
    expect([detail.order_id ?? null, detail.withdraw_id ?? null]).toEqual([order_id, withdraw_id]);
    expect(Date.parse(`${flow.bookkeeping_time.replace(' ', 'T')}+08:00`) / 1000).toBe(bookkeeping_at);
  }
  expect(new Set(flows.map((flow) => flow.funds_type))).toEqual(new Set([1, 2]));
  expect(flows.at(-1)?.balance).toBe(balance?.available_amount);
  const clues = await caller.book('clues');
  const list = await caller.call(`${CLUE}/list/get`, { page_size: 100 });
  expect(list.list.map((row: Reply) => row.order_id)).toEqual(clues.slice(0, 100).map((row) => row.order_id));
  const { commssion_clue } = await caller.call(`${CLUE}/get`, list.list[0]);
  expect(commssion_clue).toMatchObject({ create_time: clues[0]?.create_time, update_time: clues[0]?.update_time });

  caller.sandbox.clock.advance(20 * DAY);
  expect(await caller.book('balance')).not.toEqual([balance]);
  expect(await caller.book(`balance?as_of=${NOW}`)).toEqual([balance]);
  expect(await caller.book(`flows?as_of=${NOW}`)).toEqual(flows);
  expect((await caller.book('flows')).slice(0, flows.length)).toEqual(flows);
  expect(await caller.book(`clues?as_of=${NOW}`)).toEqual(clues);
  // The same world drawn anew writes the same flows.
  const later = await caller.book('flows');
  const fresh = await small({ orders: 3000 });
  fresh.sandbox.clock.advance(20 * DAY);
  expect(await fresh.book('flows')).toEqual(later);
});
