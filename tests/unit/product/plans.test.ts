import { describe, expect, it } from 'vitest';
import { listProducts } from '../../../electron/service/product/list.ts';
import { type RouteParsed, routes } from '../../../shared/contract/routes.ts';
import { testDesk } from '../../support/desk-context.ts';
import { addProduct, productKey } from '../../support/shelf-rows.ts';

const SORTS = {
  title: 'product_by_title',
  price: 'product_by_price',
  service_ratio: 'product_by_ratio',
  service_fee: 'product_by_fee',
  stock: 'product_by_stock',
  plan_end: 'product_by_end',
} satisfies Record<RouteParsed<'product.list'>['sort'], string>;

describe('pages of a large catalogue', () => {
  it('walk the index of their order, both ways, first and deep, with statistics and without', async () => {
    const desk = await testDesk();
    desk.store.transaction(() => {
      for (let n = 0; n < 3000; n += 1)
        addProduct(desk, productKey(n, { shop_appid: `wxshop${n % 50}`, plan_type: 1 + (n % 4) }), {
          title: `茶 ${(n * 7) % 500}`,
          service_ratio_ppm: 1000 * ((n * 13) % 300),
          plan_end_at: n % 3 ? desk.time + (n % 90) : null,
          skus: [{ sku_id: '1', name: '', price_fen: 100 + (n % 70), stock: n % 40 }],
        });
    });
    const plans: string[] = [];
    const { all } = desk.store;
    desk.store.all = (query) => {
      plans.push(
        desk.store.db
          .prepare(`explain query plan ${query.text}`)
          .all(...query.values)
          .map((step) => (step as { detail: string }).detail)
          .join('\n'),
      );
      return all(query);
    };
    for (const statistics of [false, true]) {
      if (statistics) desk.store.db.exec('analyze');
      for (const [sort, index] of Object.entries(SORTS))
        for (const direction of ['asc', 'desc'])
          for (const filter of [{}, { plan_type: 2 }, { promotable: true }]) {
            const ask = (cursor?: string) =>
              listProducts(
                desk,
                routes['product.list'].input.parse({
                  sort,
                  direction,
                  limit: 20,
                  ...filter,
                  ...(cursor ? { cursor } : {}),
                }),
              );
            plans.length = 0;
            const cursor = ask().next_cursor!;
            ask(cursor);
            // One statement a page.
            expect(plans).toHaveLength(2);
            for (const [n, plan] of plans.entries()) {
              expect([sort, direction, filter, plan]).toEqual([
                sort,
                direction,
                filter,
                expect.stringMatching(new RegExp(`(SEARCH|SCAN) p USING (COVERING )?INDEX ${index}\\b`)),
              ]);
              // The walk gives the order itself; within one product's plans a few rows may be turned.
              expect(plan.split('SCAN k')[0]).not.toMatch(/TEMP B-TREE FOR (ORDER|LAST [2-9])/);
              if (n === 1) expect(plan).toMatch(new RegExp(`SEARCH p USING (COVERING )?INDEX ${index}\\b`));
            }
          }
    }
  });
});
