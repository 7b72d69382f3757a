import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { FAULTS, parseFaults } from '../../../electron/sandbox/faults.ts';
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
    expect(FAULTS.filter((fault) => !parseFaults('all:0.1').has(fault))).toEqual([
      'no-permission',
      'ip-not-allowed',
      'long-range',
      'clock-skew',
    ]);
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

  it('starts again from a seed that is given, at the start or at the door', async () => {
    const { caller, raw } = await withFault('busy:0.5', { faultSeed: 3 });
    const codes = async () => {
      const codes: number[] = [];
      for (let i = 0; i < 30; i++) codes.push(JSON.parse((await raw()).text).errcode);
      return codes;
    };
    expect((await caller.door('faults')).seed).toBe(3);
    const first = await codes();
    expect(await codes()).not.toEqual(first);
    expect(await caller.door('faults', { seed: 3 })).toMatchObject({ seed: 3, faults: { busy: 0.5 } });
    expect(await codes()).toEqual(first);
    await caller.door('faults', { seed: 4 });
    expect(await codes()).not.toEqual(first);
    expect((await caller.raw('/__sandbox/faults', { method: 'POST', body: '{"seed":"x"}' })).status).toBe(400);
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

  it('reset breaks the connection in the middle of a body, truncated the JSON', async () => {
    const { caller, token } = await withFault('reset');
    const begun = await new Promise<{ promised: number; came: number; whole: boolean }>((resolve, reject) => {
      const call = request(`${caller.sandbox.url}${ORDER_LIST}?access_token=${token}`, { method: 'POST' });
      call.on('error', reject);
      call.on('response', (response) => {
        let came = 0;
        response.on('data', (part: Buffer) => {
          came += part.length;
        });
        response.on('error', () => {});
        const promised = Number(response.headers['content-length']);
        response.on('close', () => resolve({ promised, came, whole: response.complete }));
      });
      call.end(JSON.stringify(RECENT));
    });
    expect(begun.whole).toBe(false);
    expect(begun.came).toBe(Math.floor(begun.promised / 2));
    const cut = await (await withFault('truncated')).raw();
    expect(cut.status).toBe(200);
    expect(cut.text.startsWith('{"errcode":0')).toBe(true);
    expect(() => JSON.parse(cut.text)).toThrow();
  });

  it('gone leaves calls without an answer, several in a row, and without effect', async () => {
    const { caller, raw, hits } = await withFault('gone:0.05');
    const lost: boolean[] = [];
    for (let i = 0; i < 120; i++) {
      lost.push(
        await raw().then(
          () => false,
          () => true,
        ),
      );
    }
    const bursts = lost
      .map((each) => (each ? 'x' : ' '))
      .join('')
      .trim()
      .split(/ +/);
    expect(bursts.length).toBeGreaterThan(1);
    for (const burst of bursts.slice(0, -1)) expect(burst.length).toBeGreaterThanOrEqual(5);
    const count = lost.filter((each) => each).length;
    expect(await hits()).toEqual({ gone: count });
    expect(caller.sandbox.calls.list()[ORDER_LIST]).toEqual({ ok: 120 - count, gone: count });
    await caller.door('faults', { faults: 'gone' });
    const code = (await caller.get('/cgi-bin/openapi/quota/get').catch(() => 'lost')) as unknown;
    expect(code).toBe('lost');
  });

  it('no-date strips the date of replies, never of the own door', async () => {
    const { caller, raw, hits } = await withFault('no-date:0.5');
    const dates: boolean[] = [];
    for (let i = 0; i < 40; i++) dates.push((await raw()).headers.has('date'));
    expect(new Set(dates)).toEqual(new Set([true, false]));
    expect(await hits()).toEqual({ 'no-date': dates.filter((each) => !each).length });
    expect((await caller.raw('/__sandbox/clock')).headers.has('date')).toBe(true);
  });

  it.each([
    ['/channels/ec/league/headsupplier/shop/list/get', 'shop_list', { page_size: 30 }],
    ['/channels/ec/promoter/get_bind_shop_list', 'shop_list', { page_size: 10, next_key: '' }],
    ['/channels/ec/promoter/get_promote_product_list', 'product_list', { page_size: 20, next_key: '', plan_type: 1 }],
    ['/channels/ec/promoter/get_bind_sharer_list', 'sharer_info_list', { page_size: 20, next_key: '' }],
  ])('lists-shrink ends %s too early and says nothing', async (path, rows, body) => {
    const { caller, hits } = await withFault('lists-shrink:0.5');
    const lengths = new Set<number>();
    for (let i = 0; i < 40; i++) {
      const page = await caller.call(path, body);
      expect(Number(page.errcode)).toBe(0);
      lengths.add(page[rows].length);
      if (page[rows].length < body.page_size) expect([page.next_key, page.has_more ?? false]).toEqual(['', false]);
    }
    expect(lengths).toEqual(new Set([0, body.page_size / 2, body.page_size]));
    expect((await hits())['lists-shrink']).toBeGreaterThan(5);
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
