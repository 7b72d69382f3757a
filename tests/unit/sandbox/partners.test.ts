import { describe, expect, it } from 'vitest';
import { type Caller, DAY, NOW, type Reply, small } from './caller.ts';

const LEAGUE = '/channels/ec/league/headsupplier';
const PROMOTER = '/channels/ec/promoter';
const UPDATE = `${LEAGUE}/headsupplierrelation/update`;

async function shopIn(caller: Caller, status: number): Promise<string> {
  const shop = (await caller.book('shops')).find((each) => each.status === status);
  return shop?.shop_appid;
}

describe('shops', () => {
  it('list every state and nothing the books do not have', async () => {
    const caller = await small();
    const rows = await caller.rows(`${LEAGUE}/shop/list/get`, 'shop_list', { page_size: 30 });
    const books = await caller.book('shops');
    expect(rows.map((row) => [row.base_info.appid, row.status])).toEqual(
      books.map((row) => [row.shop_appid, row.status]),
    );
    expect(books).toHaveLength(40);
    expect(new Set(books.map((row) => row.status))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(await caller.call(`${LEAGUE}/shop/list/get`, { page_size: 31 })).toMatchObject({ errcode: 10024000 });
    expect(await caller.call(`${LEAGUE}/shop/list/get`, {})).toMatchObject({ errcode: 10024000 });
  });

  it('tell their card, their figures and their lock days', async () => {
    const caller = await small();
    const appid = await shopIn(caller, 2);
    const { shop_detail } = await caller.call(`${LEAGUE}/shop/get`, { appid });
    expect(shop_detail).toMatchObject({ base_info: { appid }, status: 2, approved_time: expect.any(Number) });
    const ofShop = caller.sandbox.books().filter((row) => row.shop_appid === appid && row.pay_time !== null);
    const sum = (key: 'actual_payment' | 'service_amount', status?: number) =>
      ofShop
        .filter((row) => status === undefined || row.commission_status === status)
        .reduce((total, row) => total + row[key], 0);
    expect(ofShop.length).toBeGreaterThan(0);
    expect(shop_detail.data_info).toMatchObject({
      gmv: sum('actual_payment'),
      settle_amount: sum('service_amount', 100),
      unsettle_amount: sum('service_amount', 20),
    });
    const picture = await caller.raw(new URL(shop_detail.base_info.headimg_url).pathname);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(await caller.call(`${LEAGUE}/shop/get`, { appid: 'wx0000000000000000' })).toMatchObject({
      errcode: 10024003,
    });
    expect(await caller.call(`${LEAGUE}/lockcustomertime/getlocktime`, { shop_appid: appid })).toMatchObject({
      default_product_click_lock_day: 30,
      shopsetting_content_order_lock_day: expect.any(Number),
    });
  });

  it('lists bound shops and their accounts, ten a page', async () => {
    const caller = await small();
    const bound = await caller.rows(`${PROMOTER}/get_bind_shop_list`, 'shop_list', { page_size: 10 });
    const books = (await caller.book('shops')).filter((row) => row.status === 2);
    expect(bound.map((row) => row.shop_appid)).toEqual(books.map((row) => row.shop_appid));
    expect(await caller.call(`${PROMOTER}/get_bind_shop_list`, { page_size: 11, next_key: '' })).toMatchObject({
      errcode: '10024000',
    });
    expect(await caller.call(`${PROMOTER}/get_bind_shop_list`, { page_size: 10 })).toMatchObject({
      errcode: '10024000',
    });
    const accounts: Reply[] = [];
    for (const { shop_appid } of bound) {
      accounts.push(
        ...(await caller.rows(`${PROMOTER}/get_bind_shop_promoter_list`, 'promoter_list', {
          shop_appid,
          page_size: 2,
        })),
      );
    }
    expect(new Set(accounts.map((row) => row.promoter_type))).toEqual(new Set([1, 4, 5]));
  });

  it('accepts, refuses and ends only from the state each needs', async () => {
    const caller = await small();
    const open = (await caller.book('shops')).filter((row) => row.status === 1).map((row) => row.shop_appid);
    const status = async (appid: string) => (await caller.call(`${LEAGUE}/shop/get`, { appid })).shop_detail.status;
    const update = (shop: string | undefined, type: number) =>
      caller.call(UPDATE, { object_type: 2, to_shop_appid: shop, shop_update_type: type });
    expect(await update(open[0], 1)).toMatchObject({ errcode: 10024000 });
    expect(await update(open[0], 3)).toMatchObject({ errcode: 0 });
    expect(await status(open[0])).toBe(2);
    expect(await update(open[0], 3)).toMatchObject({ errcode: 10024000 });
    expect(await update(open[0], 1)).toMatchObject({ errcode: 0 });
    expect(await status(open[0])).toBe(5);
    expect(await update(open[1], 2)).toMatchObject({ errcode: 0 });
    expect(await status(open[1])).toBe(3);
    expect(await update(await shopIn(caller, 4), 3)).toMatchObject({ errcode: 10024000 });
    expect(await caller.call(UPDATE, { to_shop_appid: open[2], shop_update_type: 3 })).toMatchObject({
      errcode: 10024000,
    });
    expect(await caller.call(UPDATE, { object_type: 2, shop_update_type: 3 })).toMatchObject({ errcode: 10024000 });
    expect(await update('wx0000000000000000', 3)).toMatchObject({ errcode: 10024003 });
    await caller.door('faults', { faults: 'no-permission' });
    expect(await update(open[2], 3)).toMatchObject({ errcode: 48001 });
    expect(await status(open[2])).toBe(1);
  });

  it('brings goods and orders of an accepted shop from then on', async () => {
    const caller = await small({ orders: 6000 });
    const open = (await caller.book('shops')).filter((row) => row.status === 1).map((row) => row.shop_appid);
    const goods = async () => (await caller.book('products')).filter((row) => open.includes(row.shop_appid)).length;
    expect(await goods()).toBe(0);
    for (const shop of open) await caller.call(UPDATE, { object_type: 2, to_shop_appid: shop, shop_update_type: 3 });
    expect(await goods()).toBeGreaterThan(0);
    caller.sandbox.clock.advance(3 * DAY);
    const rows = caller.sandbox.books().filter((row) => open.includes(row.shop_appid));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.create_time > NOW)).toBe(true);
  });

  it('invites as time goes on', async () => {
    const caller = await small();
    const openNow = async () => (await caller.book('shops')).filter((row) => row.status === 1).length;
    const before = await openNow();
    caller.sandbox.clock.advance(7 * DAY);
    expect(await openNow()).toBe(before + 2);
  });
});

describe('promoters', () => {
  it('are listed twenty a page with codes as text, the hard names among them', async () => {
    const caller = await small();
    const rows = await caller.rows(`${PROMOTER}/get_bind_sharer_list`, 'sharer_info_list', { page_size: 20 });
    const books = await caller.book('promoters');
    expect(rows.map((row) => row.sharer_appid)).toEqual(books.map((row) => row.sharer_appid));
    expect(rows).toHaveLength(300);
    const names = rows.map((row) => row.nickname);
    for (const name of ['-', '', '=SUM(A1:A9)', '好物/分享/2026']) expect(names).toContain(name);
    expect(new Set(names).size).toBeLessThan(names.length);
    expect(new Set(rows.map((row) => row.commission_type))).toEqual(new Set([0, 1]));
    expect(await caller.call(`${PROMOTER}/get_bind_sharer_list`, { page_size: 20, next_key: '' })).toMatchObject({
      errcode: '0',
    });
    expect(await caller.call(`${PROMOTER}/get_bind_sharer_list`, { page_size: 21, next_key: '' })).toMatchObject({
      errcode: '10024000',
    });
  });

  it('know whether somebody is bound', async () => {
    const caller = await small();
    const appid = (await caller.book('promoters'))[0]?.sharer_appid;
    const ask = (body: Reply) => caller.call(`${PROMOTER}/get_promoter_register_and_bind_status`, body);
    expect(await ask({ sharer_appid: appid, is_simple_register: true })).toMatchObject({
      bind_status: 1,
      sharer_appid: appid,
    });
    expect(await ask({ sharer_openid: 'oUnknown', is_simple_register: false })).toMatchObject({
      bind_status: 0,
      register_status: 0,
      bind_business_type: 'CreatorApplyments',
    });
    expect(await ask({ sharer_appid: appid })).toMatchObject({ errcode: '10024000' });
    expect(await ask({ is_simple_register: true })).toMatchObject({ errcode: '10024000' });
  });

  it('remember splits, which later orders carry and earlier ones do not', async () => {
    const caller = await small({ orders: 20_000 });
    const byPlatform = (await caller.book('promoters')).filter((row) => row.commission_type === 0);
    const appids = new Set(byPlatform.map((row) => row.sharer_appid));
    const before = caller.sandbox.books();
    for (const row of byPlatform) {
      const body = { sharer_appid: row.sharer_appid, commission_type: 0, commission_ratio: 200_000 };
      expect(await caller.call(`${PROMOTER}/set_sharer_commission_info`, body)).toMatchObject({ errcode: '0' });
    }
    caller.sandbox.clock.advance(DAY);
    const after = caller.sandbox.books();
    const old = new Map(before.map((row) => [`${row.order_id}/${row.sku_id}`, row.promoter?.ratio]));
    expect(
      after
        .filter((row) => old.has(`${row.order_id}/${row.sku_id}`))
        .every((row) => row.promoter?.ratio === old.get(`${row.order_id}/${row.sku_id}`)),
    ).toBe(true);
    const late = after.filter((row) => row.create_time > NOW && appids.has(row.promoter?.appid ?? ''));
    expect(late.length).toBeGreaterThan(10);
    const plain = late.filter((row) => row.promoter?.ratio === Math.floor(row.service_ratio * 0.2));
    // All but the chains in which the promoter institution receives a fifth of the fee only.
    expect(plain.length / late.length).toBeGreaterThan(0.8);
  });

  it('have their own split for a product', async () => {
    const caller = await small();
    const [promoter] = await caller.book('promoters');
    const [product] = await caller.book('products');
    const subject = { sharer_appid: promoter?.sharer_appid, product_id: product?.product_id };
    const get = () => caller.call(`${PROMOTER}/get_sharer_product_commission_info`, subject);
    const set = (fields: Reply) =>
      caller.call(`${PROMOTER}/set_sharer_product_commission_info`, { ...subject, ...fields });
    expect(await get()).toMatchObject({ is_set: false });
    expect(await set({ commission_ratio: '450000' })).toMatchObject({ errcode: '0' });
    expect(await get()).toMatchObject({ is_set: true, commission_ratio: 450_000 });
    expect(await caller.book('splits')).toEqual([{ ...subject, commission_ratio: 450_000 }]);
    expect(await set({ commission_ratio: 10 })).toMatchObject({ errcode: '10024000' });
    expect(await set({ commission_ratio: 1_000_001 })).toMatchObject({ errcode: '10024000' });
    expect(await set({ commission_ratio: 500_000, product_id: 1 })).toMatchObject({ errcode: '10024000' });
    expect(await set({ commission_ratio: 500_000, sharer_appid: 'wx0' })).toMatchObject({ errcode: '10071029' });
  });

  it('leave, and are refused afterwards', async () => {
    const caller = await small();
    const appid = (await caller.book('promoters'))[0]?.sharer_appid;
    const unbind = () => caller.call(`${PROMOTER}/headsupplier_unbind_promoter`, { sharer_appid: appid });
    expect(await unbind()).toMatchObject({ errcode: '0' });
    expect(await unbind()).toMatchObject({ errcode: '10071058' });
    const body = { sharer_appid: appid, commission_type: 0, commission_ratio: 500_000 };
    expect(await caller.call(`${PROMOTER}/set_sharer_commission_info`, body)).toMatchObject({ errcode: '10071029' });
    expect(await caller.call(`${PROMOTER}/set_sharer_commission_info`, {})).toMatchObject({ errcode: '10071003' });
  });

  it('find talents and their notices', async () => {
    const caller = await small();
    const talents = await caller.rows(`${PROMOTER}/get_bind_talent_list`, 'talent_list', { page_size: 10 });
    expect(talents.length).toBeGreaterThan(10);
    const notices: Reply[] = [];
    for (const { talent_appid } of talents) {
      notices.push(
        ...(await caller.call(`${PROMOTER}/get_live_notice_record_list`, { talent_appid })).live_notice_record_list,
      );
    }
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.every((notice) => notice.start_time > NOW)).toBe(true);
  });
});
