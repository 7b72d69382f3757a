import { describe, expect, it } from 'vitest';
import { getProduct } from '../../../electron/service/product/get.ts';
import { markProductsNotSeen, recordProduct } from '../../../electron/service/product/record.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { testDesk } from '../../support/desk-context.ts';
import { productKey, productState } from '../../support/shelf-rows.ts';

describe('products in the books', () => {
  it('keep what changed, in the words of staff', async () => {
    const desk = await testDesk();
    const key = productKey(1);
    const record = (seenAt: number, change: Parameters<typeof productState>[0] = {}) =>
      recordProduct(desk.store, key, { state: productState(change), raw: `{"n":${seenAt}}` }, seenAt);
    expect(record(100)).toBe('inserted');
    expect(record(200)).toBe('unchanged');
    const later = {
      title: '新茶',
      skus: [{ sku_id: '1', name: '', price_fen: 1890, stock: 0 }],
      service_ratio_ppm: 200_000,
      plan_status: 2,
      product_status: 6,
      plan_start_at: 5,
      plan_end_at: 6,
    };
    expect(record(300, later)).toBe('changed');
    const { changes, last_read_at, service_fee_fen } = getProduct(desk, key);
    expect(last_read_at).toBe(300);
    expect(service_fee_fen).toBe(378);
    expect(Object.fromEntries(changes.map((change) => [change.field, [change.before, change.after]]))).toEqual({
      title: ['桂花乌龙茶', '新茶'],
      price: ['1990-3990', '1890'],
      service_ratio: ['150000', '200000'],
      product_status: ['5', '6'],
      plan_status: ['1', '2'],
      plan_start_at: [null, '5'],
      plan_end_at: [null, '6'],
      stock: ['12', '0'],
    });
    expect(changes.every((change) => change.seen_at === 300)).toBe(true);
  });

  it('do not tell of stock that only moves', async () => {
    const desk = await testDesk();
    const stock = (n: number) => productState({ skus: [{ sku_id: '1', name: '', price_fen: 1, stock: n }] });
    for (const [at, n] of [
      [1, 9],
      [2, 4],
      [3, 0],
      [4, 0],
      [5, 3],
    ] as const)
      recordProduct(desk.store, productKey(1), { state: stock(n), raw: '{}' }, at);
    expect(getProduct(desk, productKey(1)).changes).toEqual([
      { seen_at: 5, field: 'stock', before: '0', after: '3' },
      { seen_at: 3, field: 'stock', before: '4', after: '0' },
    ]);
  });

  it('are told apart by plan and supplier', async () => {
    const desk = await testDesk();
    const reply = { state: productState(), raw: '{}' };
    expect(recordProduct(desk.store, productKey(1), reply, 1)).toBe('inserted');
    expect(recordProduct(desk.store, productKey(1, { plan_type: 3, head_supplier_appid: 'a' }), reply, 1)).toBe(
      'inserted',
    );
    expect(recordProduct(desk.store, productKey(1, { plan_type: 3, head_supplier_appid: 'b' }), reply, 1)).toBe(
      'inserted',
    );
  });

  it('are marked when gone unless they are still listed, and cleared when back; the shelf is not touched', async () => {
    const desk = await testDesk();
    const reply = { state: productState(), raw: '{}' };
    const [kept, gone, other] = [productKey(1), productKey(2), productKey(3, { plan_type: 4 })];
    for (const key of [kept, gone, other]) recordProduct(desk.store, key, reply, 100);
    desk.store.run(sql`insert into listing (shop_appid, product_id, plan_type, listed_at, listed_by, default_ratio_ppm)
      values (${gone.shop_appid}, ${gone.product_id}, 2, 50, '小林', 400000)`);
    desk.store.run(sql`insert into product_split (promoter_appid, product_id, ratio_ppm, state, set_at, set_by)
      values ('wxp', ${gone.product_id}, 300000, 'platform', 50, '小林')`);
    const shelf = () => [desk.store.all(sql`select * from listing`), desk.store.all(sql`select * from product_split`)];
    const before = shelf();
    recordProduct(desk.store, kept, reply, 200);
    expect(markProductsNotSeen(desk.store, 200, (key) => key.plan_type === 4)).toBe(1);
    expect(getProduct(desk, gone)).toMatchObject({ not_seen_since: 200, promotable: false, listed: true });
    expect(getProduct(desk, other).not_seen_since).toBeNull();
    expect(markProductsNotSeen(desk.store, 200)).toBe(1);
    expect(recordProduct(desk.store, gone, reply, 300)).toBe('changed');
    expect(getProduct(desk, gone).not_seen_since).toBeNull();
    expect(shelf()).toEqual(before);
  });
});
