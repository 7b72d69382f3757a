import { afterEach, beforeEach, expect, it } from 'vitest';
import { explainShare } from '../../../electron/service/order/explain.ts';
import { openPast } from '../../../electron/service/reading/past-books.ts';
import { endRule, withdrawRule } from '../../../electron/service/rule/deeds.ts';
import { moneyRules } from '../../../electron/service/rule/money-rules.ts';
import { addRule } from '../../../electron/service/rule/succession.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store, StoreReader } from '../../../electron/service/store/store.ts';
import type { OrderState } from '../../../shared/contract/order.ts';
import { newRule } from '../../../shared/contract/rule.ts';
import { addSplit } from '../../support/rules.ts';
import { orderRow, promoterId, temporaryStore, writePromoters, writeRows } from '../../support/settlement-rows.ts';

const T = 1_800_000_000;
const PROMOTER = { promoter_appid: promoterId(1) };

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
  writePromoters(store, 2);
  store.run(
    sql`insert into promoter_state (promoter_appid, seen_at, name, payer) values (${promoterId(1)}, 1, '甲', 1)`,
  );
  // Created in 2026-10, known long before anything below.
  writeRows(store, [orderRow({ channel: 'promoter', ...PROMOTER, agency_amount_fen: 1000 })]);
});
afterEach(() => done());

function then<T>(at: number, ask: (reader: StoreReader) => T): T {
  const past = openPast(dir, at);
  try {
    return past.atOnce(() => ask(past.reader));
  } finally {
    past.close();
  }
}

it('knows the rules of a past moment as they were set, ended and withdrawn then', () => {
  const by = (now: number) => ({ staff: '小李', now });
  const first = addSplit(
    store,
    { ...PROMOTER, ratio_ppm: 300_000, from_day: '2026-01-01', to_day: '2026-12-31' },
    by(T),
  );
  addSplit(store, { ratio_ppm: 100_000, from_day: '2026-01-01' }, by(T + 10));
  endRule(store, { kind: 'split', rule_id: first.rule_id, to_day: '2026-08-31' }, by(T + 20));
  const second = addSplit(store, { ...PROMOTER, ratio_ppm: 500_000, from_day: '2026-09-01' }, by(T + 30));
  withdrawRule(store, { kind: 'split', rule_id: second.rule_id, reason: 'x' }, by(T + 40));
  addSplit(store, { ...PROMOTER, ratio_ppm: 600_000, from_day: '2026-09-01' }, by(T + 50));
  addSplit(store, { ...PROMOTER, ratio_ppm: 700_000, from_day: '2026-09-01' }, by(T + 60));

  const order = store.get<OrderState>(sql`select * from commission_order`)!;
  const owed = (reader: StoreReader) => {
    const { owed_fen, rule } = explainShare(reader, order);
    const applied = rule.rules.find(({ applies }) => applies);
    return [owed_fen, applied?.ratio_ppm ?? null, applied?.to_day ?? null];
  };
  const moments = [-1, 5, 15, 25, 35, 45, 55, 65].map((seconds) => then(T + seconds, owed));
  expect(moments).toEqual([
    [0, null, null],
    [300, 300_000, '2026-12-31'],
    [300, 300_000, '2026-12-31'],
    [100, 100_000, null],
    [500, 500_000, null],
    [100, 100_000, null],
    [600, 600_000, null],
    [700, 700_000, null],
  ]);
  expect(owed(store)).toEqual(moments.at(-1));
});

it('keeps the rules of money apart by the same moments', () => {
  const fee = { kind: 'platform_fee', from_day: '2026-01-01' };
  const add = (facts: object, now: number) =>
    store.transaction(() => addRule(store, newRule.parse({ ...fee, ...facts }), { staff: '小李', now }));
  add({ ratio_ppm: 0 }, T);
  add({ ratio_ppm: 100_000, from_day: '2026-06-01', succeeds: true }, T + 10);
  const feeOn = (reader: StoreReader) => moneyRules(reader).platformFee('2026-10-01')?.ratio_ppm ?? null;
  expect([T - 1, T + 5, T + 15].map((at) => then(at, feeOn))).toEqual([null, 0, 100_000]);
  expect(moneyRules(store).platformFee('2026-05-31')?.ratio_ppm).toBe(0);
  expect(moneyRules(store).rounding('2026-05-31')).toBeNull();
});
