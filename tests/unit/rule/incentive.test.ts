import { afterEach, beforeEach, expect, it } from 'vitest';
import { incentiveEstimate } from '../../../electron/service/rule/incentive.ts';
import { addRule } from '../../../electron/service/rule/succession.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { newRule } from '../../../shared/contract/rule.ts';
import { periodRange } from '../../../shared/time.ts';
import { closeMonth, orderRow, temporaryStore, writeRows } from '../../support/settlement-rows.ts';

const { from, to } = periodRange('2026-10')!;

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
});
afterEach(() => done());

function band(band_from_fen: number, band_to_fen: number | null, facts: object = {}) {
  const common = { kind: 'incentive', ratio_ppm: 10_000, cap_fen: null, from_day: '2026-10-15' };
  const rule = newRule.parse({ ...common, band_from_fen, band_to_fen, ...facts });
  return store.transaction(() => addRule(store, rule, { staff: '小李', now: to }));
}

function sales(...payments: number[]) {
  writeRows(
    store,
    payments.map((actual_payment_fen, index) => orderRow({ order_id: String(index), actual_payment_fen })),
  );
}

const estimate = (period = '2026-10') => incentiveEstimate(store, { period });

it('is unknown without a band, and nothing below the lowest one', () => {
  sales(500_000);
  expect(estimate()).toEqual({
    period: '2026-10',
    closed: false,
    settled_base_fen: 500_000,
    bands: [],
    amount_fen: null,
  });
  band(600_000, null);
  expect(estimate().amount_fen).toBe(0);
  // Not in force on the last day of that month.
  expect(estimate('2026-09')).toMatchObject({ bands: [], amount_fen: null });
  expect(() => estimate('2026-13')).toThrow('period.invalid');
});

it('takes the whole settled base by the band it lies in: from included, to not', () => {
  band(0, 500_000, { ratio_ppm: 0 });
  const middle = band(500_000, 900_000, { ratio_ppm: 15_000 });
  band(900_000, null, { ratio_ppm: 20_000, cap_fen: 17_000 });
  sales(300_000, 199_999);
  expect(estimate()).toMatchObject({ settled_base_fen: 499_999, amount_fen: 0 });
  writeRows(store, [orderRow({ order_id: 'x', actual_payment_fen: 1 })]);
  expect(estimate()).toMatchObject({ settled_base_fen: 500_000, amount_fen: 7500 });
  expect(estimate().bands.map(({ applies }) => applies)).toEqual([false, true, false]);
  expect(estimate().bands[1]).toMatchObject({ rule_id: middle.rule_id, amount_fen: 7500 });
  writeRows(store, [orderRow({ order_id: 'y', actual_payment_fen: 400_000 })]);
  expect(estimate()).toMatchObject({ settled_base_fen: 900_000, amount_fen: 17_000 });
});

it('counts what settled in the month only, and of a closed month what was frozen', async () => {
  band(0, null);
  writeRows(store, [
    orderRow({ order_id: '1', actual_payment_fen: 100_000 }),
    orderRow({ order_id: '2', actual_payment_fen: 100_000, settled_at: from - 1 }),
    orderRow({ order_id: '3', actual_payment_fen: 100_000, commission_status: 20, settled_at: null }),
  ]);
  expect(estimate()).toMatchObject({ closed: false, settled_base_fen: 100_000, amount_fen: 1000 });
  store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})`);
  await closeMonth({ store, dir }, '2026-10');
  store.run(sql`update commission_order set actual_payment_fen = 1`);
  expect(estimate()).toMatchObject({ closed: true, settled_base_fen: 100_000, amount_fen: 1000 });
});
