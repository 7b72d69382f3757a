import { describe, expect, it } from 'vitest';
import { getPartnership } from '../../../electron/service/partnership/get.ts';
import { listPartnerships } from '../../../electron/service/partnership/list.ts';
import { recordShopAccounts, recordShops } from '../../../electron/service/partnership/record.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addProduct, productKey } from '../../support/shelf-rows.ts';

const shop = (n: number, status: number, name: string) => ({
  shop_appid: `wx${String(n).padStart(3, '0')}`,
  shop_name: name,
  logo_url: null,
  status,
});

async function withShops(): Promise<TestDesk> {
  const desk = await testDesk();
  // Many shops of one name: only the appid tells them apart.
  const shops = Array.from({ length: 60 }, (_, n) => shop(n, 1 + (n % 5), n % 3 === 0 ? '同名' : `店${n % 7}`));
  recordShops(desk.store, shops, desk.time);
  return desk;
}

describe('the list of partnerships', () => {
  it('shows every shop once over pages of any size, open invitations first', async () => {
    const desk = await withShops();
    const whole = listPartnerships(desk, { limit: 500 });
    expect(whole.rows.map((row) => row.status).slice(0, 24)).toEqual([...Array(12).fill(1), ...Array(12).fill(2)]);
    for (const limit of [1, 7, 59, 60]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = listPartnerships(desk, { limit, cursor });
        seen.push(...page.rows.map((row) => row.shop_appid));
        cursor = page.next_cursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(whole.rows.map((row) => row.shop_appid));
    }
    expect(new Set(whole.rows.map((row) => row.shop_appid)).size).toBe(60);
  });

  it('counts by status whatever status is shown', async () => {
    const desk = await withShops();
    const page = listPartnerships(desk, { limit: 5, status: 2 });
    expect(page.total).toBe(12);
    expect(page.rows.every((row) => row.status === 2)).toBe(true);
    expect(page.by_status).toEqual([1, 2, 3, 4, 5].map((status) => ({ status, rows: 12 })));
  });

  it('searches names and ids, with wildcards as plain letters', async () => {
    const desk = await withShops();
    expect(listPartnerships(desk, { limit: 50, search: '同名' }).total).toBe(20);
    expect(listPartnerships(desk, { limit: 50, search: 'X059' }).rows).toHaveLength(1);
    expect(listPartnerships(desk, { limit: 50, search: '%' }).total).toBe(0);
    expect(listPartnerships(desk, { limit: 50, search: '_' }).total).toBe(0);
  });

  it('refuses a cursor it did not give', async () => {
    const desk = await withShops();
    for (const cursor of ['x', '[1]', '[{},1,2]'])
      expect(() => listPartnerships(desk, { limit: 5, cursor })).toThrow(
        expect.objectContaining({ code: 'input.invalid' }),
      );
  });
});

describe('the card of a shop', () => {
  it('adds up our own books and knows its accounts', async () => {
    const desk = await testDesk();
    recordShops(desk.store, [shop(1, 2, '茶铺')], desk.time);
    expect(recordShopAccounts(desk.store, 'wx001', [{ account_id: 'a', name: '茶铺视频号', type: 1 }])).toBe(true);
    expect(recordShopAccounts(desk.store, 'wx001', [{ account_id: 'a', name: '茶铺视频号', type: 1 }])).toBe(false);
    addProduct(desk, productKey(1, { shop_appid: 'wx001' }));
    addProduct(desk, productKey(2, { shop_appid: 'wx001' }), { plan_status: 2 });
    for (const [order, status, paid, fee] of [
      ['1', 100, 5000, 300],
      ['2', 200, 700, 0],
    ] as const)
      desk.store.run(sql`insert into commission_order (order_id, sku_id, shop_appid, channel, commission_status, actual_payment_fen,
          service_amount_fen, versions, first_seen_at, last_read_at, state_hash)
        values (${order}, '1', 'wx001', 'promoter', ${status}, ${paid}, ${fee}, 1, 1, 1, x'00')`);
    expect(getPartnership(desk, { shop_appid: 'wx001' })).toMatchObject({
      shop_name: '茶铺',
      accounts: [{ account_id: 'a', name: '茶铺视频号', type: 1 }],
      history: { rows: 2, actual_payment_fen: 5700, service_amount_fen: 300, cancelled_rows: 1, settled_rows: 1 },
      promotable_products: 1,
    });
    expect(() => getPartnership(desk, { shop_appid: 'wx404' })).toThrow(
      expect.objectContaining({ code: 'partnership.unknown' }),
    );
  });
});
