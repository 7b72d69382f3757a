import { describe, expect, it } from 'vitest';
import { asBook, DAY, NOW, ORDER, ORDER_LIST, small } from './caller.ts';

const ALL = { update_time_range: { start_time: 0, end_time: NOW } };
const keyOf = (row: { order_id: string; sku_id: string }) => `${row.order_id}/${row.sku_id}`;

describe('order list', () => {
  it('refuses what the documents refuse', async () => {
    const caller = await small();
    const range = { start_time: NOW - DAY, end_time: NOW };
    for (const body of [
      { page_size: 31, update_time_range: range },
      { page_size: 0, update_time_range: range },
      { page_size: '30', update_time_range: range },
      { update_time_range: range },
      { page_size: 30 },
      { page_size: 30, update_time_range: range, create_time_range: range },
      { page_size: 30, update_time_range: { start_time: NOW, end_time: NOW - 1 } },
      { page_size: 30, update_time_range: 'today' },
      { page_size: 30, update_time_range: range, next_key: 'bm90IGEgY3Vyc29y' },
    ]) {
      expect(await caller.call(ORDER_LIST, body), JSON.stringify(body)).toMatchObject({ errcode: 10024000 });
    }
    expect(await caller.call(ORDER_LIST, { page_size: 30, update_time_range: range, appid: 'x' })).toMatchObject({
      errcode: 10024003,
    });
    expect(await caller.call(ORDER_LIST, { page_size: 30, update_time_range: range, finder_id: 'x' })).toMatchObject({
      errcode: 10024001,
    });
  });

  it('gives exactly the books, by update time and by create time', async () => {
    const caller = await small();
    const books = caller.sandbox.books().map(keyOf).sort();
    expect(books.length).toBeGreaterThan(500);
    expect((await caller.orderKeys(ALL)).sort()).toEqual(books);
    expect((await caller.orderKeys({ create_time_range: { start_time: 0 } }, 7)).sort()).toEqual(books);
  });

  it('takes both ends of a range in', async () => {
    const caller = await small();
    const row = caller.sandbox.books()[100]!;
    const exact = { start_time: row.update_time, end_time: row.update_time };
    expect(await caller.orderKeys({ update_time_range: exact })).toContain(keyOf(row));
    const before = { start_time: row.update_time - 100, end_time: row.update_time - 1 };
    expect(await caller.orderKeys({ update_time_range: before })).not.toContain(keyOf(row));
  });

  it('filters by shop and by promoter, and lets order_id override everything', async () => {
    const caller = await small();
    const books = caller.sandbox.books();
    const row = books.find((each) => each.promoter !== null)!;
    const ofShop = books.filter((each) => each.shop_appid === row.shop_appid).map(keyOf);
    expect((await caller.orderKeys({ ...ALL, appid: row.shop_appid }, 3)).sort()).toEqual(ofShop.sort());
    const ofPromoter = books.filter((each) => each.promoter?.appid === row.promoter?.appid).map(keyOf);
    expect((await caller.orderKeys({ ...ALL, sharer_appid: row.promoter?.appid })).sort()).toEqual(ofPromoter.sort());
    const parts = books.filter((each) => each.order_id === row.order_id).map(keyOf);
    expect((await caller.orderKeys({ order_id: row.order_id, appid: 'wx0000000000000000' })).sort()).toEqual(
      parts.sort(),
    );
  });

  it('pages an order of several SKUs', async () => {
    const caller = await small();
    const books = caller.sandbox.books();
    const row = books.find((each, i) => books[i + 1]?.order_id === each.order_id)!;
    const parts = books.filter((each) => each.order_id === row.order_id).map(keyOf);
    expect(parts.length).toBeGreaterThan(1);
    expect(await caller.orderKeys({ order_id: row.order_id }, 1)).toEqual(parts.sort());
  });

  it('loses no row when rows move while a caller pages', async () => {
    const caller = await small();
    const seen = new Set<string>();
    const before = caller.sandbox.books().map(keyOf);
    let next = '';
    for (;;) {
      const range = { start_time: 0, end_time: caller.sandbox.clock.now() };
      const page = await caller.call(ORDER_LIST, { page_size: 30, next_key: next, update_time_range: range });
      for (const key of page.list) seen.add(keyOf(key));
      if (!page.has_more) break;
      next = page.next_key;
      caller.sandbox.clock.advance(3600);
    }
    expect(before.filter((key) => !seen.has(key))).toEqual([]);
  });
});

describe('order detail', () => {
  it('equals the books field by field', async () => {
    const caller = await small();
    for (const row of caller.sandbox.books().slice(0, 300)) {
      const reply = await caller.detail(row.order_id, row.sku_id);
      expect(reply.errcode).toBe(0);
      expect(asBook(reply, row.states)).toEqual(row);
    }
  });

  it('takes ids as text and as bare integers beyond 2^53, and tells neighbours apart', async () => {
    const caller = await small();
    const row = caller.sandbox.books()[3]!;
    const bare = await caller.call(ORDER, `{"order_id":${row.order_id},"sku_id":${row.sku_id}}`);
    expect(String(bare.commssion_order.order_id)).toBe(row.order_id);
    const neighbour = row.order_id.slice(0, 18) + ((Number(row.order_id[18]) + 1) % 10);
    expect(await caller.call(ORDER, `{"order_id":${neighbour},"sku_id":${row.sku_id}}`)).toMatchObject({
      errcode: 10024006,
    });
    expect(await caller.call(ORDER, { order_id: row.order_id })).toMatchObject({ errcode: 10024000 });
    expect(await caller.call(ORDER, { order_id: 'abc', sku_id: 1 })).toMatchObject({ errcode: 10024000 });
  });

  it('does not know an order before it is visible', async () => {
    const caller = await small();
    const last = caller.sandbox.books().length;
    caller.sandbox.clock.advance(DAY);
    const fresh = caller.sandbox.books().find((row) => row.create_time > NOW)!;
    expect(caller.sandbox.books().length).toBeGreaterThan(last);
    caller.sandbox.clock.set(NOW);
    expect(await caller.detail(fresh.order_id, fresh.sku_id)).toMatchObject({ errcode: 10024006 });
  });
});
