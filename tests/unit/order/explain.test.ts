import { describe, expect, it, onTestFinished } from 'vitest';
import { explainShare } from '../../../electron/service/order/explain.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import type { OrderState } from '../../../shared/contract/order.ts';
import { addSplit } from '../../support/rules.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** 2026-03-10 12:00 in UTC+8. */
const CREATED = Date.UTC(2026, 2, 10, 4) / 1000;

const order = (facts: Partial<OrderState> = {}) =>
  ({
    promoter_appid: 'wxa',
    promoter_amount_fen: 0,
    promoter_ratio_ppm: 0,
    product_id: 'p1',
    agency_amount_fen: 1000,
    service_amount_fen: 900,
    created_at: CREATED,
    paid_at: null,
    settled_at: null,
    ...facts,
  }) as OrderState;

type Rule = [promoter: string | null, product: string | null, ppm: number, from: string];

async function books({ rules = [], payer = 1 }: { rules?: Rule[]; payer?: number | null }) {
  const store = await openStore(tempFolder());
  onTestFinished(() => store.close());
  store.run(sql`insert into promoter (promoter_appid, name, payer, first_seen_at, last_read_at, raw)
    values ('wxa', '甲', ${payer}, 1, 1, '{}')`);
  for (const [promoter_appid, product_id, ratio_ppm, from_day] of rules)
    addSplit(store, { promoter_appid, product_id, ratio_ppm, from_day }, { now: 1 });
  return store;
}

const ladder = (explained: ReturnType<typeof explainShare>) =>
  explained.rule.rules.map(({ scope, ratio_ppm, from_day, applies }) => [scope, ratio_ppm, from_day, applies]);

describe('why a promoter is owed what they are owed', () => {
  it('is the narrowest rule in force on the day of the order', async () => {
    const store = await books({
      rules: [
        [null, null, 300_000, '2026-01-01'],
        [null, 'p1', 350_000, '2026-01-01'],
        [null, 'p1', 360_000, '2026-03-11'],
        ['wxa', null, 400_000, '2026-02-01'],
        ['wxa', null, 420_000, '2026-03-10'],
        ['wxa', 'p1', 500_000, '2026-04-01'],
        ['wxa', 'p2', 600_000, '2026-01-01'],
        ['wxb', null, 700_000, '2026-01-01'],
      ],
    });
    const explained = explainShare(store, order());
    expect(ladder(explained)).toEqual([
      ['promoter_product', null, null, false],
      ['promoter', 420_000, '2026-03-10', true],
      ['product', 350_000, '2026-01-01', false],
      ['default', 300_000, '2026-01-01', false],
    ]);
    expect(explained.rule).toMatchObject({ payer: 1, base_fen: 1000 });
    expect(explained.owed_fen).toBe(420);
  });

  it('takes the rule that took another one’s place on its day, and all that was given where no fee is named', async () => {
    const store = await books({
      rules: [
        [null, null, 100_000, '2026-01-01'],
        [null, null, 200_000, '2026-01-01'],
      ],
    });
    const explained = explainShare(store, order({ agency_amount_fen: null }));
    expect(explained.rule.base_fen).toBe(900);
    expect(explained.owed_fen).toBe(180);
  });

  it('applies no rule where the platform pays, and shows them all the same', async () => {
    const store = await books({ rules: [[null, null, 300_000, '2026-01-01']], payer: 0 });
    const explained = explainShare(store, order({ promoter_amount_fen: 200 }));
    expect(ladder(explained).at(-1)).toEqual(['default', 300_000, '2026-01-01', false]);
    expect(explained).toMatchObject({ rule: { payer: 0, base_fen: null }, owed_fen: 0 });
  });

  it('asks who paid when the order was created', async () => {
    const store = await books({ payer: 0, rules: [[null, null, 300_000, '2026-01-01']] });
    const read = (seenAt: number, payer: number) =>
      store.run(sql`insert into promoter_state (promoter_appid, seen_at, name, payer)
        values ('wxa', ${seenAt}, '甲', ${payer})`);
    read(CREATED - 10, 1);
    read(CREATED + 10, 0);
    expect(explainShare(store, order())).toMatchObject({ rule: { payer: 1 }, owed_fen: 300 });
  });

  it('owes nothing without a rule, says so of a promoter in no directory, and looks at no product there is none of', async () => {
    const store = await books({});
    expect(explainShare(store, order())).toMatchObject({ rule: { payer: 1, base_fen: 1000 }, owed_fen: 0 });
    expect(explainShare(store, order({ promoter_appid: 'wxelse' }))).toMatchObject({
      rule: { payer: null },
      owed_fen: null,
    });
    expect(ladder(explainShare(store, order({ product_id: null }))).map(([scope]) => scope)).toEqual([
      'promoter',
      'default',
    ]);
  });

  it('has nothing to say without a promoter', async () => {
    const store = await books({ rules: [[null, null, 300_000, '2026-01-01']] });
    expect(explainShare(store, order({ promoter_appid: null }))).toEqual({
      rule: { payer: null, rules: [], base_fen: null, frozen: null },
      owed_fen: null,
    });
  });
});
