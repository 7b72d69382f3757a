import { describe, expect, it } from 'vitest';
import { parseFaults } from '../../../electron/sandbox/faults.ts';
import { DAY, NOW, ORDER, ORDER_LIST, small } from './caller.ts';

const RECENT = { page_size: 30, update_time_range: { start_time: NOW - DAY, end_time: NOW } };

async function withFault(faults: string, options = {}) {
  const caller = await small(options);
  const token = (await caller.grant()).access_token;
  await caller.door('faults', { faults });
  const raw = (body: unknown = RECENT) =>
    caller.raw(`${ORDER_LIST}?access_token=${token}`, { method: 'POST', body: JSON.stringify(body) });
  const hits = async () => (await caller.door('faults')).hits;
  return { caller, token, raw, hits };
}

describe('fault list', () => {
  it('is read with rates and refused when it is not one', () => {
    expect([...parseFaults('45009:0.5, busy,slow:0')]).toEqual([
      ['45009', 0.5],
      ['busy', 1],
      ['slow', 0],
    ]);
    expect(parseFaults('all:0.1').has('reset')).toBe(true);
    expect(parseFaults('all:0.1').has('ip-not-allowed')).toBe(false);
    for (const list of ['nonsense', 'busy:2', 'busy:', 'busy:x']) expect(() => parseFaults(list)).toThrow(RangeError);
  });

  it('strikes the same calls for the same seed', async () => {
    const run = async () => {
      const { raw } = await withFault('busy:0.3,45009:0.2');
      const codes: number[] = [];
      for (let i = 0; i < 30; i++) codes.push(JSON.parse((await raw()).text).errcode);
      return codes;
    };
    const codes = await run();
    expect(await run()).toEqual(codes);
    expect(new Set(codes)).toEqual(new Set([0, -1, 45009]));
  });

  it('is refused at the door without changing what is on', async () => {
    const { caller } = await withFault('busy');
    const refused = await caller.raw('/__sandbox/faults', { method: 'POST', body: '{"faults":"nonsense"}' });
    expect(refused.status).toBe(400);
    expect((await caller.door('faults')).faults).toEqual({ busy: 1 });
  });
});

describe('each fault', () => {
  it.each([
    ['busy', -1],
    ['45009', 45009],
    ['45011', 45011],
    ['token-killed', 40001],
    ['ip-not-allowed', 40164],
  ])('%s answers %i', async (fault, errcode) => {
    const { raw, hits } = await withFault(fault);
    expect(JSON.parse((await raw()).text)).toMatchObject({ errcode });
    expect(await hits()).toMatchObject({ [fault]: 1 });
  });

  it('ip-not-allowed names the address', async () => {
    const { raw } = await withFault('ip-not-allowed');
    expect(JSON.parse((await raw()).text).errmsg).toContain('invalid ip 127.0.0.1');
  });

  it('token-killed leaves a fresh token alone for a while', async () => {
    const { caller, raw } = await withFault('token-killed');
    await raw();
    const fresh = (await caller.grant({ force_refresh: true })).access_token;
    for (let i = 0; i < 20; i++) expect(await caller.callWith(fresh, ORDER_LIST, RECENT)).toMatchObject({ errcode: 0 });
  });

  it('45011 comes in bursts', async () => {
    const { raw } = await withFault('45011:0.1');
    const codes: number[] = [];
    for (let i = 0; i < 60; i++) codes.push(JSON.parse((await raw()).text).errcode);
    expect(codes.join(' ')).toContain('45011 45011 45011');
    expect(codes).toContain(0);
  });

  it('http-5xx and html answer with a page', async () => {
    const broken = await (await withFault('http-5xx')).raw();
    expect(broken.status).toBeGreaterThanOrEqual(500);
    const page = await (await withFault('html')).raw();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(() => JSON.parse(page.text)).toThrow();
  });

  it('reset breaks the connection, truncated the JSON', async () => {
    await expect((await withFault('reset')).raw()).rejects.toThrow();
    const cut = await (await withFault('truncated')).raw();
    expect(cut.status).toBe(200);
    expect(cut.text.startsWith('{"errcode":0')).toBe(true);
    expect(() => JSON.parse(cut.text)).toThrow();
  });

  it('slow makes a reply wait', async () => {
    const { caller, raw } = await withFault('slow');
    await caller.door('faults', { slow_ms: 60 });
    const begin = performance.now();
    await raw();
    expect(performance.now() - begin).toBeGreaterThanOrEqual(55);
  });

  it('bare-ids writes every id bare', async () => {
    const { caller, raw } = await withFault('bare-ids');
    const { text } = await raw();
    expect(text).toMatch(/"order_id":\d{19}[,}]/);
    expect(text).not.toMatch(/"(order|sku)_id":"/);
    const row = caller.sandbox.books()[0]!;
    const token = (await caller.grant()).access_token;
    const detail = await caller.raw(`${ORDER}?access_token=${token}`, {
      method: 'POST',
      body: JSON.stringify({ order_id: row.order_id, sku_id: row.sku_id }),
    });
    expect(detail.text).toContain(`"order_id":${row.order_id}`);
    expect(detail.text).toContain(`"product_id":${row.product_id}`);
  });

  it('single-object-list gives one object and loses nothing', async () => {
    const { caller, raw } = await withFault('single-object-list:0.5');
    const all = { update_time_range: { start_time: 0, end_time: NOW } };
    const keys = await caller.orderKeys(all);
    expect(keys).toHaveLength(caller.sandbox.books().length);
    const lists: boolean[] = [];
    for (let i = 0; i < 20; i++) lists.push(Array.isArray(JSON.parse((await raw()).text).list));
    expect(new Set(lists)).toEqual(new Set([true, false]));
  });

  it('unknown-fields adds fields to details', async () => {
    const { caller } = await withFault('unknown-fields');
    const row = caller.sandbox.books()[0]!;
    const { commssion_order } = await caller.detail(row.order_id, row.sku_id);
    expect(commssion_order.order_detail.commission_info.settle_mode).toBe(2);
  });

  it('missing-detail keeps details of listed keys back for hours, then gives them', async () => {
    const { caller } = await withFault('missing-detail:0.5', { orders: 6000 });
    const recent = caller.sandbox.books().filter((row) => row.update_time > NOW - 1800);
    const missing = async () => {
      let count = 0;
      for (const row of recent) if ((await caller.detail(row.order_id, row.sku_id)).errcode === 10024006) count++;
      return count;
    };
    const keys = await caller.orderKeys({ update_time_range: { start_time: NOW - 1800 } });
    for (const row of recent) expect(keys).toContain(`${row.order_id}/${row.sku_id}`);
    const before = await missing();
    expect(before).toBeGreaterThan(0);
    // Nobody is hit for ever: a row keeps its hours counted from its last change.
    caller.sandbox.clock.advance(40 * DAY);
    expect(await missing()).toBe(0);
  });

  it('late-visible keeps orders out of lists, details and books for hours', async () => {
    const caller = await small({ orders: 6000 });
    const all = caller.sandbox.books();
    await caller.door('faults', { faults: 'late-visible:0.5' });
    const fewer = caller.sandbox.books();
    expect(fewer.length).toBeLessThan(all.length);
    const keys = await caller.orderKeys({ update_time_range: { start_time: NOW - DAY } });
    const shown = fewer.filter((row) => row.update_time >= NOW - DAY);
    expect(keys).toHaveLength(shown.length);
    const there = new Set(fewer.map((row) => row.order_id));
    const hidden = all.find((row) => !there.has(row.order_id))!;
    expect(await caller.detail(hidden.order_id, hidden.sku_id)).toMatchObject({ errcode: 10024006 });
    caller.sandbox.clock.advance(7 * 3600);
    expect(caller.sandbox.books().some((row) => row.order_id === hidden.order_id)).toBe(true);
  });

  it('long-range refuses spans over seven days', async () => {
    const { raw } = await withFault('long-range');
    const span = (days: number) => ({
      page_size: 30,
      create_time_range: { start_time: NOW - days * DAY, end_time: NOW },
    });
    expect(JSON.parse((await raw(span(8))).text)).toMatchObject({ errcode: 10024000 });
    expect(JSON.parse((await raw(span(7))).text)).toMatchObject({ errcode: 0 });
  });

  it('clock-skew moves platform time away from the machine and back', async () => {
    const { caller } = await withFault('clock-skew:0.5');
    expect(caller.sandbox.clock.now()).toBe(NOW + 1800);
    await caller.door('faults', { faults: '' });
    expect(caller.sandbox.clock.now()).toBe(NOW);
  });
});
