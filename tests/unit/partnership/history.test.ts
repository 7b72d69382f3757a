import { describe, expect, it } from 'vitest';
import { shopHistory } from '../../../electron/service/partnership/history.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { ShopHistory } from '../../../shared/contract/partnership.ts';
import { ppmOf, shopScore } from '../../../shared/shop-score.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { testDesk } from '../../support/desk-context.ts';

const EMPTY: ShopHistory = {
  rows: 0,
  paid_rows: 0,
  refunded_rows: 0,
  settled_rows: 0,
  cancelled_rows: 0,
  actual_payment_fen: 0,
  service_amount_fen: 0,
  settle_days: null,
  channels: [],
  fees_lowered: 0,
};

describe('the history of a shop', () => {
  it('is empty where there are no orders', async () => {
    expect(shopHistory(await testDesk(), 'wx1')).toEqual(EMPTY);
  });

  it('counts every row once, and the days to settlement of settled ones alone', async () => {
    const desk = await testDesk();
    const paidAt = desk.time - 100 * DAY_SECONDS;
    const add = (order: number, channel: string, status: number | null, paid: boolean, days: number, refunded = 0) =>
      desk.store.run(sql`insert into commission_order (order_id, sku_id, shop_appid, channel, commission_status,
          paid_at, settled_at, refunded, actual_payment_fen, service_amount_fen, versions, first_seen_at, last_read_at,
          state_hash)
        values (${String(order)}, '1', 'wx1', ${channel}, ${status}, ${paid ? paidAt : null},
          ${status === 100 ? paidAt + days * DAY_SECONDS + 3600 : null}, ${refunded}, 1000, 100, 1, 1, 1, x'00')`);
    // Ten settled after 1 to 10 days, one cancelled after a refund, one waiting, one never paid, one of another shop.
    for (let day = 1; day <= 10; day += 1) add(day, 'promoter', 100, true, day);
    add(11, 'talent', 200, true, 0, 1);
    add(12, 'talent', 20, true, 0);
    add(13, 'unknown:9', null, false, 0);
    desk.store.run(sql`insert into commission_order (order_id, sku_id, shop_appid, channel, versions, first_seen_at,
      last_read_at, state_hash) values ('99', '1', 'wx2', 'promoter', 1, 1, 1, x'00')`);
    for (const [kind, at] of [
      ['fee_lowered', desk.time - 10],
      ['fee_lowered', desk.time - 181 * DAY_SECONDS],
      ['price_up', desk.time - 10],
    ] as const)
      desk.store.run(sql`insert into product_alert (shop_appid, product_id, plan_type, head_supplier_appid, kind, at)
        values ('wx1', '1', 1, '', ${kind}, ${at})`);
    expect(shopHistory(desk, 'wx1')).toEqual({
      rows: 13,
      paid_rows: 12,
      refunded_rows: 1,
      settled_rows: 10,
      cancelled_rows: 1,
      actual_payment_fen: 13_000,
      service_amount_fen: 1300,
      settle_days: { median: 5, nine_of_ten: 9 },
      channels: [
        { channel: 'promoter', rows: 10, service_amount_fen: 1000 },
        { channel: 'talent', rows: 2, service_amount_fen: 200 },
        { channel: 'unknown:9', rows: 1, service_amount_fen: 100 },
      ],
      fees_lowered: 1,
    });
  });
});

describe('the score of a shop', () => {
  const good: ShopHistory = {
    ...EMPTY,
    rows: 100,
    paid_rows: 100,
    settled_rows: 80,
    settle_days: { median: 7, nine_of_ten: 12 },
  };

  it('is not given for a handful of orders', () => {
    expect(shopScore({ ...good, rows: 29 })).toBeNull();
  });

  it('is full where everything is at its best, and nothing where all is at its worst', () => {
    expect(shopScore(good)?.points).toBe(100);
    const bad = { ...good, refunded_rows: 60, cancelled_rows: 80, settle_days: { median: 90, nine_of_ten: 99 } };
    expect(shopScore({ ...bad, fees_lowered: 9 })?.points).toBe(0);
  });

  it('adds its parts up by their weight', () => {
    const score = shopScore({ ...good, refunded_rows: 15, settle_days: { median: 26, nine_of_ten: 40 } })!;
    expect(score.parts).toEqual([
      { part: 'settle_days', weight: 35, points: 50 },
      { part: 'refunds', weight: 25, points: 50 },
      { part: 'cancellations', weight: 20, points: 100 },
      { part: 'fees', weight: 20, points: 100 },
    ]);
    expect(score.points).toBe(70);
  });

  it('leaves out what nothing is known of', () => {
    const score = shopScore({ ...good, settled_rows: 0, settle_days: null })!;
    expect(score.parts.map(({ part }) => part)).toEqual(['refunds', 'fees']);
    expect(score.points).toBe(100);
  });

  it('knows no share of nothing', () => {
    expect([ppmOf(0, 0), ppmOf(1, 3)]).toEqual([null, 333_333]);
  });
});
