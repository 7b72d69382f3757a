import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Caller, type Reply, small } from './caller.ts';

const LEAGUE = '/channels/ec/league/headsupplier';
const PROMOTER = '/channels/ec/promoter';
const LIST = `${PROMOTER}/get_promote_product_list`;
const DETAIL = `${PROMOTER}/get_promote_product_detail`;

async function listed(caller: Caller, planType: number): Promise<Reply[]> {
  return caller.rows(LIST, 'product_list', { plan_type: planType, page_size: 20 });
}

describe('promotable products', () => {
  it('come by plan type, with their supplier where an institution supplies them', async () => {
    const caller = await small();
    const all: Reply[] = [];
    for (const plan_type of [1, 2, 3, 4]) {
      for (const row of await listed(caller, plan_type)) all.push({ ...row, plan_type });
    }
    const keyOf = (row: Reply) =>
      [row.shop_appid, row.product_id, row.plan_type, row.head_supplier_appid ?? ''].join('/');
    const books = new Map((await caller.book('products')).map((row) => [keyOf(row), row]));
    expect(all.length).toBeGreaterThan(350);
    expect(all.filter((row) => !books.has(keyOf(row)))).toEqual([]);
    expect(new Set(all.map((row) => row.product_id)).size).toBeLessThan(all.length);
    expect(all.every((row) => row.plan_type >= 3 === (row.head_supplier_appid !== undefined))).toBe(true);
    for (const row of all.slice(0, 60).concat(all.slice(-60))) {
      const { product } = await caller.call(DETAIL, row);
      const book = books.get(keyOf(row));
      expect(product.product_info.title).toBe(book?.title);
      expect(product.commission_info.service_ratio).toBe(book?.service_ratio);
      const prices = product.product_info.skus.map((sku: Reply) => sku.sale_price);
      expect([Math.min(...prices), Math.max(...prices)]).toEqual([book?.min_price, book?.max_price]);
    }
    const bookRows = [...books.values()];
    expect(bookRows.some((row) => row.stock === 0)).toBe(true);
    expect(bookRows.some((row) => row.plan_status === 2)).toBe(true);
    expect(bookRows.some((row) => row.end_time < caller.sandbox.clock.now())).toBe(true);
  });

  it('refuses what does not fit', async () => {
    const caller = await small();
    const [row] = await listed(caller, 1);
    const code = async (path: string, body: Reply) => (await caller.call(path, body)).errcode;
    expect(await code(LIST, { plan_type: 5, page_size: 20, next_key: '' })).toBe('10024000');
    expect(await code(LIST, { plan_type: 1, page_size: 21, next_key: '' })).toBe('10024000');
    expect(await code(LIST, { plan_type: 1, page_size: 20 })).toBe('10024000');
    expect(await code(DETAIL, { ...row, plan_type: 1 })).toBe('0');
    expect(await code(DETAIL, { ...row, plan_type: 3 })).toBe('10024000');
    expect(await code(DETAIL, { ...row, plan_type: 3, head_supplier_appid: 'wx0' })).toBe('10024004');
    expect(await code(DETAIL, { ...row, product_id: 123, plan_type: 1 })).toBe('10024004');
    expect(await code(DETAIL, { ...row, shop_appid: 'wx0', plan_type: 1 })).toBe('10024003');
  });

  it('have data, a picture, categories and subscriptions', async () => {
    const caller = await small();
    const rows = await listed(caller, 2);
    const keys = new Set<string>();
    for (const row of rows.slice(0, 10)) {
      const reply = await caller.call(`${LEAGUE}/productdetail/get`, row);
      const [key] = Object.keys(reply).filter((name) => name === 'item' || name === 'product');
      keys.add(key ?? '');
      expect(String(reply[key ?? ''].product_id)).toBe(String(row.product_id));
      const picture = await caller.raw(new URL(reply[key ?? ''].product_info.head_imgs[0]).pathname);
      expect(picture.text).toContain('<svg');
    }
    expect(keys).toEqual(new Set(['item', 'product']));
    const categories = await caller.get('/channels/ec/category/league/all');
    expect(categories.cats_v2[0].cat_and_qua[0].cat.name).toEqual(expect.any(String));

    const list = () => caller.call(`${LEAGUE}/subscription/getsubscribe`, { page_size: 1000, need_total_num: true });
    const before = await list();
    expect(before.total_num).toBeGreaterThan(300);
    expect(before.subscribe_info_list).toHaveLength(before.total_num);
    const { product_id } = before.subscribe_info_list[0];
    await caller.call(`${LEAGUE}/subscription/unsubscribe`, { product_id });
    expect((await list()).total_num).toBe(before.total_num - 1);
    await caller.call(`${LEAGUE}/subscription/subscribe`, { product_id });
    expect((await list()).total_num).toBe(before.total_num);
    expect(await caller.call(`${LEAGUE}/subscription/subscribe`, { product_id: 1 })).toMatchObject({
      errcode: 10024009,
    });
  });
});

describe('material for one promoter', () => {
  it('is a link, a picture and a parameter, each its own', async () => {
    const caller = await small();
    const [one, other] = await caller.book('promoters');
    const [row] = await listed(caller, 1);
    const ask = (name: string, promoter: Reply | undefined) =>
      caller.call(`${PROMOTER}/${name}`, { sharer_appid: promoter?.sharer_appid, ...row });
    const link = await ask('get_product_promotion_link_info', one);
    expect(link.http_short_link).toMatch(/^https:\/\/store\.weixin\.qq\.com\/shop\/a\//);
    expect(await ask('get_product_promotion_link_info', one)).toEqual(link);
    expect((await ask('get_product_promotion_link_info', other)).short_link).not.toBe(link.short_link);
    const again = { sharer_appid: other?.sharer_appid, product_short_link: link.http_short_link };
    expect(String((await caller.call(`${PROMOTER}/get_product_promotion_link_info`, again)).product_id)).toBe(
      String(row?.product_id),
    );

    const { qrcode_url } = await ask('get_product_promotion_qrcode_info', one);
    const png = Buffer.from(await (await fetch(qrcode_url)).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const width = png.readUInt32BE(16);
    const length = png.readUInt32BE(33);
    expect(inflateSync(png.subarray(41, 41 + length))).toHaveLength(width * (width + 1));

    const card = await ask('get_promoter_single_product_promotion_info', one);
    expect(card.product_promotion_link).toEqual(expect.any(String));
  });

  it('is refused for strangers and for goods that are not offered', async () => {
    const caller = await small();
    const [promoter] = await caller.book('promoters');
    const [row] = await listed(caller, 1);
    const code = async (body: Reply) =>
      (await caller.call(`${PROMOTER}/get_product_promotion_qrcode_info`, body)).errcode;
    expect(await code({ ...row, sharer_appid: 'wx0' })).toBe('10071029');
    expect(await code({ ...row, sharer_openid: 'o-of-another-program' })).toBe('10071056');
    expect(await code({ ...row })).toBe('10071003');
    expect(await code({ sharer_appid: promoter?.sharer_appid })).toBe('10071003');
    expect(await code({ ...row, sharer_appid: promoter?.sharer_appid, product_id: 5 })).toBe('10024004');
  });
});
