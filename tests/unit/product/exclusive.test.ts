import { describe, expect, it } from 'vitest';
import { listAlerts, markAlerts } from '../../../electron/service/product/alert-list.ts';
import { compareProduct } from '../../../electron/service/product/compare.ts';
import { recordBaseProduct } from '../../../electron/service/product/exclusive.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { syncProducts } from '../../../electron/service/sync/products.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { resourceWorld } from '../../support/resource-world.ts';
import { addProduct, productKey } from '../../support/shelf-rows.ts';

const DETAIL = '/channels/ec/league/headsupplier/productdetail/get';
const key = productKey(1, { plan_type: 1 });
const skus = (price: number, stock: number) => [{ sku_id: '1', name: '', price_fen: price, stock }];

function told(desk: TestDesk): string[] {
  return listAlerts(desk, routes['product.alerts'].input.parse({}))
    .rows.map(({ kind, before, after }) => `${kind} ${before} ${after}`)
    .sort();
}

const base = (desk: TestDesk, change: Partial<Parameters<typeof recordBaseProduct>[2]> = {}) => {
  desk.time += 60;
  desk.store.transaction(() =>
    recordBaseProduct(
      desk.store,
      key,
      { title: '茶', images: ['https://a/1.png'], skus: skus(1000, 100), ...change },
      desk.time,
    ),
  );
};

describe('what a plan has of its own', () => {
  it('is told with both sides, until it is so no longer', async () => {
    const desk = await testDesk();
    const plan = { title: '茶', images: ['https://a/1.png'], skus: skus(1000, 100) };
    addProduct(desk, key, plan);
    base(desk);
    expect(told(desk)).toEqual([]);
    expect(compareProduct(desk.store, key)).toMatchObject({ differs: [], base: { read_at: desk.time } });
    base(desk, { title: '好茶', images: ['https://a/2.png'], skus: skus(1200, 50) });
    expect(told(desk)).toEqual([
      'exclusive_picture https://a/2.png https://a/1.png',
      'exclusive_price 1200 1000',
      'exclusive_stock 50 100',
      'exclusive_title 好茶 茶',
    ]);
    expect(compareProduct(desk.store, key).differs).toEqual(['price', 'stock', 'title', 'picture']);
    base(desk);
    expect(told(desk)).toEqual([]);
  });

  it('is no matter of a few pieces, of a port, or of what the platform does not say', async () => {
    const desk = await testDesk();
    addProduct(desk, key, { title: '茶', images: ['http://127.0.0.1:1/p/1.svg'], skus: skus(1000, 100) });
    base(desk, { images: ['http://127.0.0.1:2/p/1.svg'], skus: skus(1000, 85) });
    base(desk, { title: '', images: [], skus: [] });
    expect(told(desk)).toEqual([]);
  });

  it('is not told again once staff have dealt with it, but when it changes', async () => {
    const desk = await testDesk();
    addProduct(desk, key, { title: '茶', images: [], skus: skus(900, 100) });
    base(desk);
    const [alert] = listAlerts(desk, routes['product.alerts'].input.parse({})).rows;
    markAlerts(desk, { alert_ids: [alert!.alert_id], as: 'done' });
    base(desk);
    expect(told(desk)).toEqual([]);
    expect(compareProduct(desk.store, key).differs).toEqual(['price']);
    addProduct(desk, key, { title: '茶', images: [], skus: skus(800, 100) });
    base(desk);
    expect(told(desk)).toEqual(['exclusive_price 1000 800']);
  });

  it('is looked at in plans for chosen institutions only', async () => {
    const desk = await testDesk();
    addProduct(desk, productKey(1, { plan_type: 2 }), { skus: skus(1, 1) });
    base(desk);
    expect(told(desk)).toEqual([]);
  });
});

describe('reading the products behind the plans', () => {
  it('finds what the stand-in gave plans of their own, once a day and no oftener', async () => {
    const world = await resourceWorld();
    await world.run('products', (task) => syncProducts(task, 0));
    const read = world.calls.filter((endpoint) => endpoint === DETAIL).length;
    const targeted = world.store.value<number>(
      sql`select count(*) from (select distinct shop_appid, product_id from product where plan_type in (1, 3))`,
    )!;
    // Some have gone from their shop in the meantime; nobody asks for more than the budget.
    expect(read).toBe(Math.min(300, targeted));
    const kinds = world.store.all<{ kind: string; own: number }>(
      sql`select kind, count(*) as own from product_alert where kind like 'exclusive%' group by kind`,
    );
    expect(kinds.reduce((sum, { own }) => sum + own, 0)).toBeGreaterThan(5);
    expect(
      world.store.value(sql`select count(*) from product_alert where kind like 'exclusive%' and plan_type in (2, 4)`),
    ).toBe(0);
    world.calls.length = 0;
    world.sandbox.clock.advance(3600);
    await world.run('products', (task) => syncProducts(task, 0));
    expect(world.calls.filter((endpoint) => endpoint === DETAIL).length).toBe(targeted - read);
    world.calls.length = 0;
    world.sandbox.clock.advance(DAY_SECONDS);
    // Its own clock hears of the new day by the first reply.
    await world.run('products', (task) => syncProducts(task, 0));
    await world.run('products', (task) => syncProducts(task, 0));
    expect(world.calls.filter((endpoint) => endpoint === DETAIL).length).toBeGreaterThan(100);
  }, 60_000);
});
