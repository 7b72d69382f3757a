import { describe, expect, it } from 'vitest';
import { type Caller, DAY, NOW, ORDER, ORDER_LIST, type Reply, small } from './caller.ts';

const LEAGUE = '/channels/ec/league/headsupplier';
const PROMOTER = '/channels/ec/promoter';
const QUOTA = '/cgi-bin/openapi/quota/get';
const FLOWS = `${LEAGUE}/funds/flowlist/get`;
const SHOP_NOTICES = `${PROMOTER}/get_shop_live_notice_record_list`;
const DETAIL = `${PROMOTER}/get_promote_product_detail`;
const RANGE = { start_time: NOW - DAY, end_time: NOW };

/** Path, body and the documented code; the promoter module writes its codes as text. */
const REFUSED: [string, Reply, number][] = [
  [ORDER_LIST, { page_size: 30, update_time_range: { start_time: '1', end_time: NOW } }, 10024000],
  [ORDER_LIST, { page_size: 30, update_time_range: { start_time: -1, end_time: NOW } }, 10024000],
  [ORDER_LIST, { page_size: 30, create_time_range: { start_time: 1.5, end_time: NOW } }, 10024000],
  [ORDER_LIST, { page_size: 30, create_time_range: [], update_time_range: RANGE }, 10024000],
  [ORDER_LIST, { page_size: 1.5, update_time_range: RANGE }, 10024000],
  [ORDER_LIST, { page_size: 30, update_time_range: RANGE, next_key: 5 }, 10024000],
  [ORDER_LIST, { page_size: 30, update_time_range: RANGE, appid: 5 }, 10024000],
  [ORDER_LIST, { page_size: 30, order_id: 'abc' }, 10024000],
  [ORDER_LIST, { order_id: '1' }, 10024000],
  [ORDER, {}, 10024000],
  [ORDER, { order_id: '1' }, 10024000],
  [ORDER, { sku_id: '1' }, 10024000],
  [ORDER, { order_id: 1.5, sku_id: 1 }, 10024000],
  [ORDER, { order_id: -1, sku_id: 1 }, 10024000],
  [ORDER, { order_id: true, sku_id: 1 }, 10024000],
  [ORDER, { order_id: '1', sku_id: '1' }, 10024006],
  [`${LEAGUE}/clue/list/get`, {}, 10024000],
  [`${LEAGUE}/clue/list/get`, { page_size: 101 }, 10024000],
  [`${LEAGUE}/clue/list/get`, { page_size: 10, create_time_range: { start_time: 2, end_time: 1 } }, 10024000],
  [`${LEAGUE}/clue/list/get`, { page_size: 10, next_key: 'x' }, 10024000],
  [`${LEAGUE}/clue/get`, { order_id: '1' }, 10024000],
  [`${LEAGUE}/funds/flowdetail/get`, {}, 10024000],
  [`${LEAGUE}/funds/flowdetail/get`, { flow_id: 5 }, 10024000],
  [`${LEAGUE}/funds/flowdetail/get`, { flow_id: '5' }, 10024008],
  [FLOWS, { page: 0 }, 10024000],
  [FLOWS, { page: '1' }, 10024000],
  [FLOWS, { page_size: 101 }, 10024000],
  [FLOWS, { funds_type: 4 }, 10024000],
  [FLOWS, { start_time: NOW, end_time: NOW - 1 }, 10024000],
  [FLOWS, { next_key: 'x' }, 10024000],
  [FLOWS, { page: 50, page_size: 100 }, 10024000],
  [`${LEAGUE}/shop/list/get`, { page_size: 0 }, 10024000],
  [`${LEAGUE}/shop/list/get`, { page_size: 31 }, 10024000],
  [`${LEAGUE}/shop/get`, {}, 10024000],
  [`${PROMOTER}/get_bind_shop_list`, { page_size: 11, next_key: '' }, 10024000],
  [`${PROMOTER}/get_bind_shop_list`, { page_size: 10 }, 10024000],
  [`${PROMOTER}/get_bind_shop_promoter_list`, { page_size: 10, next_key: '' }, 10024000],
  [`${PROMOTER}/get_bind_shop_promoter_list`, { page_size: 10, next_key: '', shop_appid: 'wx0' }, 10024003],
  [`${PROMOTER}/get_bind_talent_list`, { page_size: 11, next_key: '' }, 10024000],
  [`${PROMOTER}/get_bind_talent_list`, { page_size: 10 }, 10024000],
  [`${PROMOTER}/get_bind_sharer_list`, { page_size: 10 }, 10024000],
  [`${PROMOTER}/get_promote_product_list`, { page_size: 20, next_key: '' }, 10024000],
  [`${PROMOTER}/get_promote_product_list`, { plan_type: 5, page_size: 20, next_key: '' }, 10024000],
  [`${PROMOTER}/get_promote_product_list`, { plan_type: 1, page_size: 21, next_key: '' }, 10024000],
  [`${PROMOTER}/get_promote_product_list`, { plan_type: 1, page_size: 20 }, 10024000],
  [`${PROMOTER}/get_promote_product_list`, { plan_type: 1, page_size: 20, next_key: '', category: {} }, 10024000],
  [DETAIL, { product_id: '1', plan_type: 1 }, 10024000],
  [DETAIL, { shop_appid: 'wx0', product_id: '1', plan_type: 1 }, 10024003],
  [`${PROMOTER}/get_live_notice_record_list`, {}, 10071003],
  [`${PROMOTER}/get_live_notice_record_list`, { talent_appid: 5 }, 10071003],
  [`${PROMOTER}/get_live_notice_record_list`, { talent_appid: 'wx0' }, 10071030],
  [SHOP_NOTICES, {}, 10071003],
  [SHOP_NOTICES, { shop_appid: 'wx0', promoter_id: 'x' }, 10071003],
  [SHOP_NOTICES, { shop_appid: 'wx0', promoter_id: 'x', promoter_type: 4 }, 10071003],
  [SHOP_NOTICES, { shop_appid: 'wx0', promoter_id: 'x', promoter_type: 1 }, 10071055],
  [QUOTA, {}, 76003],
  [QUOTA, { cgi_path: 5 }, 76003],
  [QUOTA, { cgi_path: 'channels/ec' }, 76003],
  [QUOTA, { cgi_path: `https://api.weixin.qq.com${ORDER}` }, 76003],
  [QUOTA, { cgi_path: `${ORDER}?access_token=x` }, 76003],
  [QUOTA, { cgi_path: '/no/such' }, 76021],
  [QUOTA, { cgi_path: '/sns/userinfo' }, 76022],
];

describe('what the documents do not allow', () => {
  it('is refused with the documented code, and changes nothing', async () => {
    const caller = await small();
    for (const [path, body, errcode] of REFUSED) {
      const reply = await caller.call(path, body);
      const code = path.startsWith(PROMOTER) ? String(errcode) : errcode;
      expect(reply, `${path} ${JSON.stringify(body)}`).toEqual({
        errcode: code,
        errmsg: expect.stringContaining('rid: '),
      });
    }
  });

  it('is refused of token calls, too', async () => {
    const caller = await small();
    expect(await caller.grant({ force_refresh: 'yes' })).toMatchObject({ errcode: 47001 });
    expect(await caller.grant({ secret: '' })).toMatchObject({ errcode: 41004 });
    const stable = '/cgi-bin/stable_token';
    expect(JSON.parse((await caller.raw(stable)).text)).toMatchObject({ errcode: 43002 });
    expect(JSON.parse((await caller.raw(stable, { method: 'POST', body: 'a=b' })).text)).toMatchObject({
      errcode: 47001,
    });
    await caller.door('scenario', { kind: 'limit', path: stable, per_minute: 4 });
    expect((await caller.grant()).expires_in).toBe(7200);
    expect(await caller.grant()).toMatchObject({ errcode: 45011 });
  });

  it('is a supplier missing for the plans of institutions', async () => {
    const caller = await small();
    const row = (await caller.book('products')).find((each) => each.plan_type === 3)!;
    const body = { shop_appid: row.shop_appid, product_id: row.product_id, plan_type: 3 };
    expect(await caller.call(DETAIL, body)).toMatchObject({ errcode: '10024000' });
    expect(await caller.call(DETAIL, { ...body, head_supplier_appid: 'wx0' })).toMatchObject({ errcode: '10024004' });
    const whole = { ...body, head_supplier_appid: row.head_supplier_appid };
    expect(await caller.call(DETAIL, whole)).toMatchObject({ errcode: '0' });
  });
});

describe('pages of flows', () => {
  const flows = (caller: Caller, body: Reply) => caller.call(FLOWS, body);

  it('need the cursor from 5000 rows on, and only the one of the page before with the same size', async () => {
    const caller = await small({ orders: 20_000 });
    const all = (await caller.book('flows')).map((row) => row.flow_id);
    expect(all.length).toBeGreaterThan(5000);
    const seen: string[] = [];
    let next = '';
    let last = '';
    for (let page = 1; ; page++) {
      const body = { page, page_size: 100, ...(next === '' ? {} : { next_key: next }) };
      if (page >= 50)
        expect(await flows(caller, { ...body, next_key: undefined })).toMatchObject({ errcode: 10024000 });
      if (page === 51) {
        expect(await flows(caller, { ...body, next_key: last }), 'a page earlier').toMatchObject({ errcode: 10024000 });
        expect(await flows(caller, { ...body, page_size: 99 }), 'another size').toMatchObject({ errcode: 10024000 });
      }
      const reply = await flows(caller, body);
      seen.push(...reply.flow_ids);
      expect(reply.has_more).toBe(reply.next_key !== '');
      if (!reply.has_more) break;
      last = next;
      next = reply.next_key;
    }
    expect(seen).toEqual(all);
    // Below that a cursor that does not fit is not honoured, and the page counts.
    const first = await flows(caller, { page: 1, page_size: 20 });
    const third = await flows(caller, { page: 3, page_size: 20, next_key: first.next_key });
    expect(third.flow_ids).toEqual(all.slice(40, 60));
    expect((await flows(caller, {})).flow_ids).toEqual(all.slice(0, 10));
  });
});

describe('quotas', () => {
  it('are told by path as they are kept', async () => {
    const caller = await small();
    const quota = async () => await caller.call(QUOTA, { cgi_path: ORDER });
    expect(await quota()).toMatchObject({
      quota: { daily_limit: 5_000_000, used: 0, remain: 5_000_000 },
      rate_limit: { call_count: 1_000_000, refresh_second: 60 },
    });
    for (let i = 0; i < 3; i++) await caller.detail('1', '1');
    expect(await quota()).toMatchObject({ quota: { used: 3, remain: 4_999_997 } });
    // Asking is a call of its own path.
    const own = await caller.call(QUOTA, { cgi_path: QUOTA });
    expect(own.quota.used).toBe(3);
    expect((await caller.call(QUOTA, { cgi_path: '/cgi-bin/stable_token' })).quota.daily_limit).toBe(500_000);
    caller.sandbox.clock.advance(DAY);
    expect(await quota()).toMatchObject({ quota: { used: 0 } });
  });

  it('have a rest where 45009 comes by chance, and none where it is used up', async () => {
    const caller = await small();
    await caller.door('faults', { faults: '45009' });
    expect(await caller.detail('1', '1')).toMatchObject({ errcode: 45009 });
    await caller.door('faults', { faults: '' });
    expect((await caller.call(QUOTA, { cgi_path: ORDER })).quota.remain).toBe(5_000_000);
    await caller.door('scenario', { kind: 'limit', path: ORDER, daily: 1 });
    await caller.detail('1', '1');
    expect(await caller.detail('1', '1')).toMatchObject({ errcode: 45009 });
    expect((await caller.call(QUOTA, { cgi_path: ORDER })).quota).toEqual({ daily_limit: 1, used: 1, remain: 0 });
  });
});
