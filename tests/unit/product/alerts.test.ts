import { describe, expect, it } from 'vitest';
import { listAlerts, markAlerts } from '../../../electron/service/product/alert-list.ts';
import { USUAL_ALERTS } from '../../../electron/service/product/alert-settings.ts';
import { listProducts } from '../../../electron/service/product/list.ts';
import { raisePlanEnds } from '../../../electron/service/product/plan-ends.ts';
import { markProductsNotSeen } from '../../../electron/service/product/record.ts';
import { setAlertSettings } from '../../../electron/service/product/set-alert-settings.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { NOON, type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addProduct, productKey } from '../../support/shelf-rows.ts';

const alerts = (desk: TestDesk, input: object = {}) =>
  listAlerts(desk, routes['product.alerts'].input.parse(input)).rows;
const told = (desk: TestDesk, input: object = {}) =>
  alerts(desk, input).map(({ kind, before, after, days }) => [kind, before ?? days, after]);
const goods = (price: number, stock: number) => ({ skus: [{ sku_id: '1', name: '', price_fen: price, stock }] });

async function known(change: Parameters<typeof addProduct>[2] = {}) {
  const desk = await testDesk();
  addProduct(desk, productKey(1), { ...goods(1000, 50), ...change });
  const later = (next: Parameters<typeof addProduct>[2]) => {
    desk.time += 60;
    addProduct(desk, productKey(1), { ...goods(1000, 50), ...change, ...next });
  };
  return { desk, later };
}

describe('alerts', () => {
  it('tell nothing of a product seen for the first time', async () => {
    const { desk } = await known({ ...goods(1000, 0), plan_status: 2 });
    expect(told(desk)).toEqual([]);
  });

  it('tell of a lower fee and a higher price, and take it back when it was undone', async () => {
    const { desk, later } = await known();
    later({ service_ratio_ppm: 100_000, ...goods(1200, 50) });
    expect(told(desk)).toEqual([
      ['price_up', '1000', '1200'],
      ['fee_lowered', '150000', '100000'],
    ]);
    later({ service_ratio_ppm: 120_000, ...goods(1200, 50) });
    expect(told(desk, { kind: 'fee_lowered' })).toHaveLength(1);
    later({ service_ratio_ppm: 150_000, ...goods(1000, 50) });
    expect(told(desk)).toEqual([]);
    expect(told(desk, { state: 'ended' })).toHaveLength(2);
  });

  it('keep quiet below the thresholds staff set', async () => {
    const { desk, later } = await known();
    setAlertSettings(desk, { ...USUAL_ALERTS, fee_lowered_ppm: 100_000, price_up_ppm: 100_000 });
    later({ service_ratio_ppm: 140_000, ...goods(1099, 50) });
    expect(told(desk)).toEqual([]);
    later({ service_ratio_ppm: 126_000, ...goods(1209, 50) });
    expect(told(desk).map(([kind]) => kind)).toEqual(['price_up', 'fee_lowered']);
  });

  it('tell of low stock once on the way down and once when it is gone, until there is some again', async () => {
    const { desk, later } = await known();
    for (const stock of [11, 10, 9, 3]) later(goods(1000, stock));
    expect(told(desk)).toEqual([['stock_low', '11', '10']]);
    later(goods(1000, 0));
    expect(told(desk)).toEqual([['stock_low', '3', '0']]);
    later(goods(1000, 200));
    expect(told(desk)).toEqual([]);
  });

  it('follow a new line of low stock at once', async () => {
    const { desk } = await known();
    addProduct(desk, productKey(2), goods(1, 500));
    setAlertSettings(desk, { ...USUAL_ALERTS, stock_low: 60 });
    expect(told(desk)).toEqual([['stock_low', null, '50']]);
    setAlertSettings(desk, { ...USUAL_ALERTS, stock_low: 10 });
    expect(told(desk)).toEqual([]);
    expect(desk.store.value(sql`select count(*) from audit_log where action = 'product.set_alerts'`)).toBe(2);
  });

  it('tell of a plan taken off, a product off sale, and one the platform names no longer', async () => {
    const { desk, later } = await known();
    later({ plan_status: 2 });
    expect(told(desk)).toEqual([['taken_off', null, 'plan_not_live']]);
    later({ plan_status: 2, product_status: 11 });
    expect(told(desk)).toHaveLength(1);
    later({});
    expect(told(desk)).toEqual([]);
    markProductsNotSeen(desk.store, desk.time + 1);
    expect(told(desk)).toEqual([['taken_off', null, 'not_seen']]);
    later({});
    expect(told(desk)).toEqual([]);
  });

  it('tell of a plan that ends on each chosen day once, in days of UTC+8', async () => {
    // The last second of the ninth day from today.
    const end = NOON + 12 * 3600 + 9 * DAY_SECONDS - 1;
    const { desk } = await known({ plan_end_at: end });
    const days: (number | null)[] = [];
    for (let hour = 0; hour < 10 * 24; hour += 1) {
      raisePlanEnds(desk.store, NOON + hour * 3600);
      const open = alerts(desk);
      expect(open.length).toBeLessThanOrEqual(1);
      const day = open[0]?.days ?? null;
      if (day !== days.at(-1)) days.push(day);
    }
    expect(days).toEqual([null, 7, 3, 1, null]);
    expect(alerts(desk, { state: 'ended' }).map((one) => [one.days, one.at])).toEqual([
      [1, NOON + 12 * 3600 + 7 * DAY_SECONDS],
      [3, NOON + 12 * 3600 + 5 * DAY_SECONDS],
      [7, NOON + 12 * 3600 + 1 * DAY_SECONDS],
    ]);
  });

  it('do not come back once dealt with, nor stay when the end is moved', async () => {
    const end = NOON + 2 * DAY_SECONDS;
    const { desk, later } = await known({ plan_end_at: end });
    raisePlanEnds(desk.store, NOON);
    markAlerts(desk, { alert_ids: alerts(desk).map((one) => one.alert_id), as: 'done' });
    raisePlanEnds(desk.store, NOON + 60);
    expect(alerts(desk)).toEqual([]);
    raisePlanEnds(desk.store, NOON + DAY_SECONDS);
    expect(alerts(desk)).toMatchObject([{ days: 1 }]);
    later({ plan_end_at: end + 90 * DAY_SECONDS });
    raisePlanEnds(desk.store, NOON + DAY_SECONDS);
    expect(alerts(desk)).toEqual([]);
    // Moved back: it is told of again, by the same alert.
    later({ plan_end_at: end });
    raisePlanEnds(desk.store, NOON + DAY_SECONDS);
    expect(alerts(desk)).toMatchObject([{ days: 1 }]);
  });

  it('are seen, dealt with and counted by kind; the catalogue shows and filters them', async () => {
    const { desk, later } = await known();
    later({ service_ratio_ppm: 1, ...goods(2000, 5) });
    desk.store.run(sql`insert into listing (shop_appid, product_id, plan_type, listed_at, listed_by, default_ratio_ppm)
      values (${productKey(1).shop_appid}, ${productKey(1).product_id}, 2, 1, '小林', 400000)`);
    addProduct(desk, productKey(2));
    const ask = (input: object) => listAlerts(desk, routes['product.alerts'].input.parse(input));
    const all = ask({});
    expect([all.total, all.counts.length, all.rows[0]?.listed]).toEqual([3, 3, true]);
    expect(ask({ kind: 'price_up' })).toMatchObject({ total: 1, counts: all.counts });
    expect(ask({ listed: false }).total).toBe(0);
    const first = all.rows[0]!;
    expect(markAlerts(desk, { alert_ids: [first.alert_id], as: 'seen' })).toEqual({ marked: 1 });
    expect(markAlerts(desk, { alert_ids: [first.alert_id], as: 'seen' })).toEqual({ marked: 0 });
    expect(ask({}).counts.find(({ kind }) => kind === first.kind)).toMatchObject({ rows: 1, unseen: 0 });
    markAlerts(desk, { alert_ids: [first.alert_id], as: 'done' });
    expect(ask({ state: 'done' }).rows).toMatchObject([{ alert_id: first.alert_id, done_by: '小林' }]);
    const list = (input: object) => listProducts(desk, routes['product.list'].input.parse(input));
    expect(list({ alert: first.kind }).rows).toEqual([]);
    expect(list({ alert: 'price_up' }).rows).toMatchObject([
      { product_id: productKey(1).product_id, split_ppm: 400_000, margin_fen: 0 },
    ]);
    expect(list({ alert: 'price_up', search: '乌龙', listed: true }).total).toBe(1);
    expect(list({ alert: 'price_up', listed: false }).total).toBe(0);
    markAlerts(desk, { alert_ids: [first.alert_id], as: 'open' });
    expect(list({ alert: first.kind }).rows).toHaveLength(1);
    const pages = [ask({ limit: 2 })];
    pages.push(ask({ limit: 2, cursor: pages[0]!.next_cursor! }));
    expect(pages.flatMap((page) => page.rows.map((row) => row.alert_id))).toEqual(all.rows.map((row) => row.alert_id));
  });

  it('count with the catalogue the highest share anybody has', async () => {
    const { desk } = await known();
    const row = () => listProducts(desk, routes['product.list'].input.parse({})).rows[0];
    expect(row()).toMatchObject({ split_ppm: null, margin_fen: null, service_fee_fen: 150, open_alerts: [] });
    for (const [promoter, ratio, state] of [
      ['a', 300_000, 'platform'],
      ['b', 333_333, 'local'],
      ['c', 900_000, 'failed'],
    ] as const)
      desk.store.run(sql`insert into product_split (promoter_appid, product_id, ratio_ppm, state, set_at, set_by)
        values (${promoter}, ${productKey(1).product_id}, ${ratio}, ${state}, 1, '小林')`);
    expect(row()).toMatchObject({ split_ppm: 333_333, margin_fen: 101 });
  });
});
