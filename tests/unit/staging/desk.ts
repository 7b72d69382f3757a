import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addProduct, addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';
import { type StagingDesk, stagingOf } from '../../support/staging-routes.ts';

export const SET = 'set_sharer_product_commission_info';
export const GET = 'get_sharer_product_commission_info';
export const DETAIL = 'get_promote_product_detail';

/** What the platform holds, and how often each split was set there. */
export interface Remembered {
  ratios: Map<string, number>;
  sets: Map<string, number>;
  /** Codes by promoter that its splits are refused with. */
  refused: Map<string, number>;
}

/** A platform that remembers splits, as the real one does. */
export function remembers(desk: TestDesk): Remembered {
  const held: Remembered = { ratios: new Map(), sets: new Map(), refused: new Map() };
  const of = (body: Record<string, unknown>) => `${body.sharer_appid} ${body.product_id}`;
  const refusal = (body: Record<string, unknown>) => held.refused.get(String(body.sharer_appid));
  desk.script.on(SET, (body) => {
    const errcode = refusal(body);
    if (errcode !== undefined) return { errcode, errmsg: 'refused' };
    held.ratios.set(of(body), Number(body.commission_ratio));
    held.sets.set(of(body), (held.sets.get(of(body)) ?? 0) + 1);
    return { errcode: '0' };
  });
  desk.script.on(GET, (body) => {
    const ratio = held.ratios.get(of(body));
    return { is_set: ratio !== undefined, commission_ratio: String(ratio ?? 0) };
  });
  desk.script.on('get_bind_sharer_list', { sharer_info_list: [], next_key: '' });
  return held;
}

/** The detail of any product: on sale, plan live, `stock` pieces. */
export function sells(desk: TestDesk, stock = 5, planStatus = 1): void {
  desk.script.on(DETAIL, (body) => ({
    product: {
      shop_appid: body.shop_appid,
      product_id: body.product_id,
      product_info: {
        title: '桂花乌龙茶',
        head_imgs: [],
        status: 5,
        skus: [{ sku_id: '1', sale_price: 1990, stock_num: stock }],
      },
      commission_info: { status: planStatus, service_ratio: 150_000, start_time: 0, end_time: 0 },
    },
  }));
}

/** Three products and, of promoters, two the platform pays and one we pay. */
export async function shelfDesk(): Promise<TestDesk & { staging: StagingDesk; held: Remembered }> {
  const desk = await testDesk();
  for (const n of [1, 2, 3]) addProduct(desk, productKey(n), { title: `茶 ${n}` });
  addPromoters(desk, promoterEntry('wxplat'), promoterEntry('wxother'), promoterEntry('wxinst', { payer: 1 }));
  const held = remembers(desk);
  sells(desk);
  return Object.assign(desk, { staging: stagingOf(desk), held });
}

/** What a test stages: products by number, promoters with their ratio. */
export function wishes(products: number[], promoters: Record<string, number>) {
  const keys = products.map((n) => productKey(n));
  return {
    list: keys,
    splits: [
      {
        products: keys,
        promoters: Object.entries(promoters).map(([promoter_appid, ratio_ppm]) => ({ promoter_appid, ratio_ppm })),
      },
    ],
  };
}
