import { describe, expect, it } from 'vitest';
import { markShopsNotSeen, recordShopCard, recordShops } from '../../../electron/service/partnership/record.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { testDesk } from '../../support/desk-context.ts';
import { shopCard } from '../../support/shelf-rows.ts';

const entry = (appid: string, status: number | null, name = '茶铺') => ({
  shop_appid: appid,
  shop_name: name,
  logo_url: null,
  status,
});

describe('shops in the books', () => {
  it('keep every state they were seen in', async () => {
    const { store } = await testDesk();
    expect(recordShops(store, [entry('wxa', 1), entry('wxb', 2)], 100)).toEqual(['inserted', 'inserted']);
    expect(recordShops(store, [entry('wxa', 1), entry('wxb', 5)], 200)).toEqual(['unchanged', 'changed']);
    expect(recordShops(store, [entry('wxa', null, ''), entry('wxb', 5, '茶铺二')], 300)).toEqual([
      'unchanged',
      'changed',
    ]);
    expect(store.all(sql`select shop_appid, seen_at, status from shop_state order by shop_appid, seen_at`)).toEqual([
      { shop_appid: 'wxa', seen_at: 100, status: 1 },
      { shop_appid: 'wxb', seen_at: 100, status: 2 },
      { shop_appid: 'wxb', seen_at: 200, status: 5 },
    ]);
    expect(
      store.get(sql`select shop_name, status_seen_at, first_seen_at, last_read_at from shop where shop_appid = 'wxb'`),
    ).toEqual({
      shop_name: '茶铺二',
      status_seen_at: 200,
      first_seen_at: 100,
      last_read_at: 300,
    });
  });

  it('take figures from the card and keep them over a list', async () => {
    const { store } = await testDesk();
    const card = shopCard('wxa', 2, { gmv_fen: 12_345, product_count: 7, raw: '{"a":1}' });
    expect(recordShopCard(store, card, 100)).toBe('inserted');
    expect(recordShopCard(store, card, 200)).toBe('unchanged');
    expect(recordShopCard(store, { ...card, gmv_fen: 12_346 }, 300)).toBe('changed');
    recordShops(store, [entry('wxa', 2, card.shop_name)], 400);
    expect(store.get(sql`select gmv_fen, product_count, raw from shop`)).toEqual({
      gmv_fen: 12_346,
      product_count: 7,
      raw: '{"a":1}',
    });
  });

  it('are marked when a complete list leaves them out, and cleared when they are back', async () => {
    const { store } = await testDesk();
    recordShops(store, [entry('wxa', 2), entry('wxb', 2)], 100);
    recordShops(store, [entry('wxa', 2)], 200);
    expect(markShopsNotSeen(store, 200)).toBe(1);
    recordShops(store, [entry('wxa', 2)], 300);
    expect(markShopsNotSeen(store, 300)).toBe(0);
    expect(store.value(sql`select not_seen_since from shop where shop_appid = 'wxb'`)).toBe(200);
    expect(recordShops(store, [entry('wxb', 2)], 400)).toEqual(['changed']);
    expect(store.value(sql`select not_seen_since from shop where shop_appid = 'wxb'`)).toBeNull();
  });

  it("leave staff's decisions alone", async () => {
    const { store } = await testDesk();
    store.run(sql`insert into partnership_decision (shop_appid, decided_at, staff, decision, note, outcome)
      values ('wxa', 50, '小林', 'accept', '好店', 'console')`);
    const before = store.all(sql`select * from partnership_decision`);
    recordShops(store, [entry('wxa', 1)], 100);
    recordShopCard(store, shopCard('wxa', 2), 200);
    markShopsNotSeen(store, 300);
    expect(store.all(sql`select * from partnership_decision`)).toEqual(before);
  });
});
