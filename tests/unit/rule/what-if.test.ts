import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unwatched } from '../../../electron/service/report/pace.ts';
import { startReportWork } from '../../../electron/service/report/work.ts';
import { replay } from '../../../electron/service/rule/replay.ts';
import { settlementPeriod } from '../../../electron/service/settlement/period.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import type { WhatIf } from '../../../shared/contract/rule.ts';
import { periodRange } from '../../../shared/time.ts';
import { addSplit } from '../../support/rules.ts';
import {
  closeMonth,
  orderRow,
  promoterId,
  sampleRows,
  temporaryStore,
  writePromoters,
  writeRows,
} from '../../support/settlement-rows.ts';

const PERIOD = '2026-10';
const { to } = periodRange(PERIOD)!;
const by = { staff: '小李', now: to };
const PRODUCT = '10000123400007';

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
  writePromoters(store);
  writeRows(store, sampleRows({ rows: 3000 }));
  writeRows(store, [
    orderRow({ order_id: '1', promoter_appid: promoterId(3), product_id: PRODUCT, agency_amount_fen: 5000 }),
  ]);
  store.run(sql`update commission_order set review_state = 'held' where id % 17 = 0`);
  addSplit(store, { ratio_ppm: 300_000, from_day: '2026-01-01' }, by);
  addSplit(store, { promoter_appid: promoterId(5), ratio_ppm: 450_000, from_day: '2026-01-01' }, by);
  addSplit(store, { product_id: PRODUCT, ratio_ppm: 333_333, from_day: '2026-09-15' }, by);
  addSplit(
    store,
    { promoter_appid: promoterId(3), product_id: PRODUCT, ratio_ppm: 800_000, from_day: '2026-01-01' },
    by,
  );
});
afterEach(() => done());

type Splits = { promoter_appid: string | null; product_id: string | null; ratio_ppm: number }[];
const SPLITS: Splits = [
  { promoter_appid: null, product_id: null, ratio_ppm: 345_678 },
  { promoter_appid: promoterId(7), product_id: null, ratio_ppm: 900_000 },
  { promoter_appid: promoterId(3), product_id: PRODUCT, ratio_ppm: 123_456 },
];
const ask = (splits: Splits, institution_pays_all = false) =>
  replay(store, { period: PERIOD, splits, institution_pays_all }, unwatched());

/** The same by setting the rules for real and settling anew. */
function settledWith(splits: Splits) {
  for (const split of splits) addSplit(store, { ...split, from_day: '2026-01-01' }, by);
  return settlementPeriod(store, PERIOD);
}

const sumsOf = ({ totals }: ReturnType<typeof settlementPeriod>) => ({
  rows: totals.rows,
  orders: totals.orders,
  actual_payment_fen: totals.actual_payment_fen,
  service_amount_fen: totals.service_amount_fen,
  platform_amount_fen: totals.platform_amount_fen,
  promoter_platform_fen: totals.promoter_platform_fen,
  promoter_owed_fen: totals.promoter_owed_fen,
  net_fen: totals.net_fen,
});

const written = () =>
  store.value<string>(sql`select (select count(*) from audit_log) || '/' || (select count(*) from split_rule) || '/' ||
    (select sum(owed_fen) from commission_order) || '/' || (select count(*) from closing_line)`);

describe('a month with other splits', () => {
  it('is what the month would be if those rules were set, to the fen', () => {
    const before = written();
    const real = settlementPeriod(store, PERIOD);
    const answer = ask(SPLITS);
    expect(written()).toBe(before);
    expect(answer.real).toEqual(sumsOf(real));
    const wanted = settledWith(SPLITS);
    expect(answer.imagined).toEqual(sumsOf(wanted));
    expect(answer.imagined).not.toEqual(answer.real);
    expect(answer.without_rule).toEqual({ real: 0, imagined: 0 });
    const owed = (period: typeof real) =>
      new Map(period.promoters.map((one) => [one.promoter_appid, one.promoter_owed_fen]));
    for (const one of answer.promoters) {
      expect(one.real_owed_fen).toBe(owed(real).get(one.promoter_appid));
      expect(one.imagined_owed_fen).toBe(owed(wanted).get(one.promoter_appid));
    }
    const differing = [...owed(real)].filter(([promoter, fen]) => owed(wanted).get(promoter) !== fen);
    expect(answer.promoters.map((one) => one.promoter_appid).sort()).toEqual(differing.map(([id]) => id).sort());
    const sizes = answer.promoters.map((one) => Math.abs(one.imagined_owed_fen - one.real_owed_fen));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('is the month itself when nothing is imagined, or what holds anyway', () => {
    const same: Splits = [{ promoter_appid: null, product_id: null, ratio_ppm: 300_000 }];
    for (const splits of [[], same]) {
      const answer = ask(splits);
      expect(answer.imagined).toEqual(answer.real);
      expect(answer).toMatchObject({ changed_rows: 0, promoters: [] });
    }
  });

  it('has the institution pay everybody: what the platform paid comes in, what our rules say goes out', () => {
    const answer = ask([], true);
    expect(answer.imagined.promoter_platform_fen).toBe(0);
    expect(answer.imagined.service_amount_fen).toBe(answer.real.service_amount_fen + answer.real.promoter_platform_fen);
    store.run(sql`update promoter set payer = 1`);
    store.run(sql`update commission_order set review_state = 'open', promoter_amount_fen = 0,
      service_amount_fen = service_amount_fen + promoter_amount_fen where promoter_amount_fen is not null`);
    store.run(sql`update commission_order set review_state = 'held' where id % 17 = 0 and promoter_appid is not null
      and cast(substr(promoter_appid, 11) as integer) % 2 = 1`);
    expect(answer.imagined).toEqual(sumsOf(settlementPeriod(store, PERIOD)));
  });

  it('says how many rows no rule says anything of', () => {
    store.run(sql`update split_rule set withdrawn_at = 1 where promoter_appid is null`);
    const none = ask([]);
    expect(none.without_rule.real).toBeGreaterThan(0);
    expect(none.without_rule.imagined).toBe(none.without_rule.real);
    expect(ask([], true).without_rule.imagined).toBeGreaterThan(none.without_rule.real);
    expect(ask(SPLITS, true).without_rule).toEqual({ real: none.without_rule.real, imagined: 0 });
  });

  it('of a closed month stands on the lines that were frozen, whatever became of rows and rules', async () => {
    const open = ask(SPLITS);
    store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})`);
    await closeMonth({ store, dir }, PERIOD);
    store.run(sql`update split_rule set withdrawn_at = 1`);
    store.run(sql`update commission_order set service_amount_fen = 1, agency_amount_fen = 1`);
    expect(ask(SPLITS)).toEqual({ ...open, closed: true });
  });
});

describe('the job', () => {
  it('gives the same answer from its thread, and stops when it is told', async () => {
    const wish = { period: PERIOD, splits: SPLITS, institution_pays_all: true };
    const answer: WhatIf = await startReportWork({ kind: 'what_if', dataDir: dir, ...wish });
    expect(answer).toEqual(replay(store, wish, unwatched()));
    const stop = new AbortController();
    stop.abort();
    const stopped = startReportWork({ kind: 'what_if', dataDir: dir, ...wish }, { signal: stop.signal });
    await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' });
    await expect(startReportWork({ kind: 'what_if', dataDir: dir, ...wish, period: '2026-13' })).rejects.toMatchObject({
      code: 'period.invalid',
    });
  });
});
