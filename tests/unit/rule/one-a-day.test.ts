import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endRule, withdrawRule } from '../../../electron/service/rule/deeds.ts';
import { setSplitFromToday } from '../../../electron/service/rule/from-today.ts';
import { addRule } from '../../../electron/service/rule/succession.ts';
import { settlementContext } from '../../../electron/service/settlement/source.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { newRule } from '../../../shared/contract/rule.ts';
import { addDays, type Day, startOfDay } from '../../../shared/time.ts';
import { temporaryStore } from '../../support/settlement-rows.ts';

const FIRST = '2026-01-01';
const DAYS = 40;
const dayAt = (offset: number): Day => addDays(FIRST, offset);

let store: Store;
let done: () => void;
beforeAll(async () => {
  ({ store, done } = await temporaryStore());
});
afterAll(() => done());

const offset = fc.integer({ min: 0, max: DAYS - 1 });
const who = { promoter: fc.constantFrom(null, 'wxa', 'wxb'), product: fc.constantFrom(null, 'p1') };
const deed = fc.oneof(
  fc.record({
    what: fc.constant('add' as const),
    ...who,
    ratio: fc.integer({ min: 0, max: 1_000_000 }),
    from: offset,
    length: fc.option(fc.integer({ min: -1, max: 20 })),
    succeeds: fc.boolean(),
  }),
  fc.record({ what: fc.constant('today' as const), ...who, ratio: fc.integer({ min: 0, max: 3 }), at: offset }),
  fc.record({ what: fc.constant('end' as const), nth: fc.nat(30), at: offset }),
  fc.record({ what: fc.constant('withdraw' as const), nth: fc.nat(30) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

function carryOut(one: Deed, step: number): void {
  const by = { staff: '小李', now: startOfDay(FIRST)! + step };
  const rule_id = 'nth' in one ? idOf(one.nth) : 0;
  if (one.what === 'end') endRule(store, { kind: 'split', rule_id, to_day: dayAt(one.at) }, by);
  else if (one.what === 'withdraw') withdrawRule(store, { kind: 'split', rule_id, reason: 'x' }, by);
  else if (one.what === 'today') {
    const scope = { promoter_appid: one.promoter, product_id: one.product };
    const now = startOfDay(dayAt(one.at))! + step;
    store.transaction(() => setSplitFromToday(store, scope, one.ratio, { ...by, now }));
  } else {
    const rule = newRule.parse({
      kind: 'split',
      promoter_appid: one.promoter,
      product_id: one.product,
      ratio_ppm: one.ratio,
      from_day: dayAt(one.from),
      to_day: one.length === null ? null : dayAt(one.from + one.length),
      succeeds: one.succeeds,
    });
    store.transaction(() => addRule(store, rule, by));
  }
}

let before = 0;
const idOf = (nth: number) =>
  store.value<number>(
    sql`select rule_id from split_rule where rule_id > ${before} limit 1 offset cast(${nth} as integer)`,
  ) ?? 0;

/** Whom a sale of promoter a and product 1 looks for, narrowest first. */
const LOOKED = [
  ['wxa', 'p1'],
  ['wxa', null],
  [null, 'p1'],
  [null, null],
] as const;

interface Standing {
  promoter_appid: string | null;
  product_id: string | null;
  ratio_ppm: number;
  from_day: Day;
  to_day: Day | null;
}

it('has at most one rule of each scope on any day, whatever is asked of it', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 25 }), (deeds) => {
      // What is withdrawn holds for nothing: a blank page for each run.
      store.run(sql`update split_rule set withdrawn_at = 1 where withdrawn_at is null`);
      before = store.value<number | null>(sql`select max(rule_id) from split_rule`) ?? 0;
      deeds.forEach((one, step) => {
        try {
          carryOut(one, step);
        } catch (error) {
          // Refused for a reason it names.
          if (!(error instanceof DeskError) || error.code === 'service.internal') throw error;
        }
      });
      const standing = store.all<Standing>(sql`select * from split_rule where withdrawn_at is null`);
      const book = settlementContext(store).rules;
      for (let at = 0; at < DAYS; at += 1) {
        const day = dayAt(at);
        const holding = standing.filter((rule) => rule.from_day <= day && (rule.to_day ?? day) >= day);
        const scopes = holding.map((rule) => `${rule.promoter_appid} ${rule.product_id}`);
        expect(new Set(scopes).size).toBe(scopes.length);
        const narrowest = LOOKED.map(([promoter, product]) =>
          holding.find((rule) => rule.promoter_appid === promoter && rule.product_id === product),
        ).find((rule) => rule !== undefined);
        expect(book.find('wxa', 'p1', day)?.ratio_ppm).toBe(narrowest?.ratio_ppm);
      }
    }),
    { numRuns: 300 },
  );
});
