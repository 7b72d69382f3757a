import { describe, expect, it } from 'vitest';
import { productTimeline } from '../../../electron/service/product/timeline.ts';
import { testDesk } from '../../support/desk-context.ts';
import { addProduct, productKey } from '../../support/shelf-rows.ts';

describe('the timeline of a product', () => {
  it('has every price and fee, and stock once an hour, at its end, and where it becomes low', async () => {
    const desk = await testDesk();
    const begun = desk.time;
    const at = (minutes: number, price: number, stock: number, ratio = 100_000) => {
      desk.time = begun + minutes * 60;
      addProduct(desk, productKey(1), {
        skus: [{ sku_id: '1', name: '', price_fen: price, stock }],
        service_ratio_ppm: ratio,
      });
    };
    at(0, 1000, 100);
    at(10, 1000, 99);
    at(20, 1100, 98);
    at(30, 1100, 97);
    at(81, 1100, 60);
    at(90, 1100, 10);
    at(91, 1100, 9);
    at(92, 1100, 0);
    at(93, 1100, 0, 90_000);
    at(94, 1100, 4, 90_000);
    const points = (from?: number) =>
      productTimeline(desk.store, { product: productKey(1), from }).points.map((point) => [
        (point.at - begun) / 60,
        point.price_min_fen,
        point.stock,
        point.service_ratio_ppm,
      ]);
    expect(points()).toEqual([
      [0, 1000, 100, 100_000],
      [20, 1100, 98, 100_000],
      [81, 1100, 60, 100_000],
      [90, 1100, 10, 100_000],
      [92, 1100, 0, 100_000],
      [93, 1100, 0, 90_000],
      [94, 1100, 4, 90_000],
    ]);
    // What held when the wanted stretch began comes first.
    expect(points(begun + 85 * 60)[0]).toEqual([81, 1100, 60, 100_000]);
    expect(points(begun + 90 * 60)[0]).toEqual([90, 1100, 10, 100_000]);
    expect(productTimeline(desk.store, { product: productKey(2) })).toEqual({ points: [] });
  });
});
