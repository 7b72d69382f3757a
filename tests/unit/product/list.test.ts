import { describe, expect, it } from 'vitest';
import { recordShops } from '../../../electron/service/partnership/record.ts';
import { readProductState } from '../../../electron/service/platform/endpoints/products.ts';
import { parseExactJson } from '../../../electron/service/platform/json.ts';
import { getProduct } from '../../../electron/service/product/get.ts';
import { listProducts } from '../../../electron/service/product/list.ts';
import { recordProduct } from '../../../electron/service/product/record.ts';
import { type RouteParsed, routes } from '../../../shared/contract/routes.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addProduct, productKey } from '../../support/shelf-rows.ts';

const ask = (input: object): RouteParsed<'product.list'> => routes['product.list'].input.parse(input);

function everyPage(desk: TestDesk, input: object, limit: number): string[] {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = listProducts(desk, ask({ ...input, limit, ...(cursor ? { cursor } : {}) }));
    seen.push(...page.rows.map((row) => `${row.product_id}/${row.plan_type}/${row.head_supplier_appid}`));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return seen;
}

describe('the catalogue', () => {
  it.each(['title', 'price', 'service_ratio', 'service_fee', 'stock', 'plan_end'] as const)(
    'by %s shows every product once, ties and absent values too',
    async (sort) => {
      const desk = await testDesk();
      for (let n = 0; n < 40; n += 1)
        addProduct(
          desk,
          productKey(n % 20, { plan_type: 1 + (n % 4), head_supplier_appid: n % 4 >= 2 ? `wxh${n % 3}` : '' }),
          {
            title: `茶 ${n % 5}`,
            service_ratio_ppm: n % 6 === 0 ? null : 10_000 * (n % 4),
            plan_end_at: n % 3 === 0 ? null : desk.time + (n % 4) * DAY_SECONDS,
            skus: n % 7 === 0 ? [] : [{ sku_id: '1', name: '', price_fen: 100 * (n % 5), stock: n % 3 }],
          },
        );
      for (const direction of ['asc', 'desc']) {
        const whole = everyPage(desk, { sort, direction }, 500);
        expect(new Set(whole).size).toBe(listProducts(desk, ask({})).total);
        for (const limit of [1, 3, 8]) expect(everyPage(desk, { sort, direction }, limit)).toEqual(whole);
        const { rows } = listProducts(desk, ask({ sort, direction, limit: 500 }));
        const column = {
          price: 'price_min_fen',
          service_ratio: 'service_ratio_ppm',
          service_fee: 'service_fee_fen',
          plan_end: 'plan_end_at',
          title: 'title',
          stock: 'stock',
        } as const;
        const values = rows.map((row) => row[column[sort]]);
        const present = values.filter((value) => value !== null);
        const sorted = present.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(values).toEqual([
          ...(direction === 'asc' ? sorted : sorted.toReversed()),
          ...Array(values.length - present.length).fill(null),
        ]);
      }
    },
  );

  it('keeps its place while products come and go between two pages', async () => {
    const desk = await testDesk();
    for (let n = 0; n < 6; n += 1) addProduct(desk, productKey(n), { service_ratio_ppm: 100_000 + n });
    const first = listProducts(desk, ask({ sort: 'service_ratio', direction: 'asc', limit: 3 }));
    addProduct(desk, productKey(90), { service_ratio_ppm: 1 });
    addProduct(desk, productKey(2), { service_ratio_ppm: 2 });
    const second = listProducts(
      desk,
      ask({ sort: 'service_ratio', direction: 'asc', limit: 3, cursor: first.next_cursor ?? '' }),
    );
    expect(second.rows.map((row) => row.product_id)).toEqual([3, 4, 5].map((n) => productKey(n).product_id));
  });

  it('calls promotable what is on sale, live, inside its dates and still answered', async () => {
    const desk = await testDesk();
    const now = desk.time;
    const cases: [number, boolean, Parameters<typeof addProduct>[2]][] = [
      [1, true, {}],
      [2, true, { plan_start_at: now, plan_end_at: now + 1 }],
      [3, false, { plan_start_at: now + 1 }],
      [4, false, { plan_end_at: now }],
      [5, false, { product_status: 6 }],
      [6, false, { product_status: null }],
      [7, false, { plan_status: 2 }],
      [8, true, { plan_end_at: 0 }],
      [9, true, { skus: [] }],
    ];
    for (const [n, , change] of cases) addProduct(desk, productKey(n), change);
    addProduct(desk, productKey(10));
    desk.store.prepare('update product set not_seen_since = 1 where product_id = ?').run(productKey(10).product_id);
    const { rows } = listProducts(desk, ask({ limit: 500 }));
    for (const [n, promotable] of cases)
      expect([n, rows.find((row) => row.product_id === productKey(n).product_id)?.promotable]).toEqual([n, promotable]);
    const yes = everyPage(desk, { promotable: true }, 100);
    const no = everyPage(desk, { promotable: false }, 100);
    expect(yes).toHaveLength(4);
    expect(no).toHaveLength(6);
    desk.time = now + 1;
    expect(everyPage(desk, { promotable: true }, 100)).toHaveLength(4);
  });

  it('filters by plan, shop, shelf and words', async () => {
    const desk = await testDesk();
    recordShops(desk.store, [{ shop_appid: 'wxshop2', shop_name: '山茶铺', logo_url: null, status: 2 }], desk.time);
    addProduct(desk, productKey(1), { title: '100%纯茶' });
    addProduct(desk, productKey(2, { shop_appid: 'wxshop2', plan_type: 4, head_supplier_appid: 'wxh' }), {
      title: '杯子',
    });
    const titles = (input: object) => listProducts(desk, ask(input)).rows.map((row) => row.title);
    expect(titles({ plan_type: 4 })).toEqual(['杯子']);
    expect(titles({ shop_appid: 'wxshop1' })).toEqual(['100%纯茶']);
    expect(titles({ search: '山茶' })).toEqual(['杯子']);
    expect(titles({ search: '100%' })).toEqual(['100%纯茶']);
    expect(titles({ search: productKey(2).product_id })).toEqual(['杯子']);
    expect(titles({ listed: true })).toEqual([]);
    expect(titles({ search: '１００％' })).toEqual(['100%纯茶']);
    expect(titles({ search: productKey(2).product_id.slice(-4) })).toEqual(['杯子']);
    expect(titles({ search: '没有' })).toEqual([]);
    expect(titles({ listed: false })).toHaveLength(2);
    expect(listProducts(desk, ask({ search: '杯' })).rows[0]).toMatchObject({ shop_name: '山茶铺', listed: false });
  });
});

describe('one product', () => {
  it('has SKUs, pictures and category of the raw reply, with exact ids', async () => {
    const desk = await testDesk();
    const raw = `{"errcode":0,"product":{"shop_appid":"wxshop1","product_id":10000000000000001,"product_info":{"title":"茶",
      "head_imgs":["a","b"],"cats_v2":[{"cat_id":1,"cat_name":"食品"},{"cat_id":2,"cat_name":"茶"}],"status":5,
      "skus":[{"sku_id":9007199254740993,"sale_price":"1999","stock_num":3,"sku_attrs":[{"attr_key":"重","attr_value":"1 kg"}]}]},
      "commission_info":{"status":1,"service_ratio":333333}}}`;
    const key = productKey(0);
    recordProduct(desk.store, key, { state: readProductState(parseExactJson(raw)), raw }, desk.time);
    expect(getProduct(desk, key)).toMatchObject({
      images: ['a', 'b'],
      category: '食品 / 茶',
      skus: [{ sku_id: '9007199254740993', name: '1 kg', price_fen: 1999, stock: 3 }],
      price_min_fen: 1999,
      service_fee_fen: 666,
      promotable: true,
      raw,
      changes: [],
    });
    expect(() => getProduct(desk, productKey(77))).toThrow(expect.objectContaining({ code: 'product.unknown' }));
  });
});
