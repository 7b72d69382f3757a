import { afterEach, beforeEach, expect, it } from 'vitest';
import { withdrawRule } from '../../../electron/service/rule/deeds.ts';
import { listRules } from '../../../electron/service/rule/list.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { ruleRoutes } from '../../../shared/contract/rule.ts';
import { addSplit } from '../../support/rules.ts';
import { promoterId, temporaryStore, writePromoters } from '../../support/settlement-rows.ts';

const TODAY = '2026-10-15';
const by = { now: 1_800_000_000 };

let store: Store;
let done: () => void;
beforeEach(async () => {
  ({ store, done } = await temporaryStore());
  writePromoters(store, 4);
  store.run(sql`insert into product (shop_appid, product_id, plan_type, title, state_hash, first_seen_at, last_read_at)
    values ('wxshop', '1000001', 1, '高山红茶 100%', x'00', 1, 1)`);
});
afterEach(() => done());

const list = (facts: object = {}) =>
  listRules(store, ruleRoutes['rule.list'].input.parse({ kind: 'split', ...facts }), TODAY);
const idsOf = (facts: object = {}) => list(facts).rows.map(({ rule_id }) => rule_id);

it('says of each rule how it stands today, and finds them by state, scope, name and id', () => {
  const ended = addSplit(store, { ratio_ppm: 1, from_day: '2026-01-01', to_day: '2026-10-14' }, by).rule_id;
  const present = addSplit(store, { ratio_ppm: 2, from_day: '2026-10-15', to_day: '2026-10-15' }, by).rule_id;
  const coming = addSplit(store, { ratio_ppm: 3, from_day: '2026-10-16' }, by).rule_id;
  const own = addSplit(store, { promoter_appid: promoterId(0), ratio_ppm: 4, from_day: '2026-02-01' }, by).rule_id;
  const both = { promoter_appid: promoterId(0), product_id: '1000001' };
  const narrow = addSplit(store, { ...both, ratio_ppm: 5, from_day: '2026-03-01' }, by).rule_id;
  const gone = addSplit(store, { product_id: '1000001', ratio_ppm: 6, from_day: '2026-04-01' }, by).rule_id;
  withdrawRule(store, { kind: 'split', rule_id: gone, reason: 'x' }, { staff: '小李', now: by.now });

  expect(idsOf()).toEqual([coming, present, narrow, own, ended]);
  expect(list().counts).toEqual({ in_force: 3, coming: 1, ended: 1, withdrawn: 1 });
  expect(list()).toMatchObject({ total: 5, today: TODAY, next_cursor: null });
  expect(idsOf({ state: 'in_force' })).toEqual([present, narrow, own]);
  expect(idsOf({ state: 'coming' })).toEqual([coming]);
  expect(idsOf({ state: 'ended' })).toEqual([ended]);
  expect(idsOf({ state: 'withdrawn' })).toEqual([gone]);
  expect(idsOf({ scope: 'default', direction: 'asc' })).toEqual([ended, present, coming]);
  expect(idsOf({ scope: 'promoter_product' })).toEqual([narrow]);
  expect(idsOf({ scope: 'promoter' })).toEqual([own]);
  expect(idsOf({ promoter_appid: promoterId(0) })).toEqual([narrow, own]);
  expect(idsOf({ product_id: '1000001' })).toEqual([narrow]);
  expect(idsOf({ search: '阿青' })).toEqual([narrow, own]);
  expect(idsOf({ search: '红茶 100%' })).toEqual([narrow]);
  expect(list({ search: '100001' }).total).toBe(0);
  expect(list({ scope: 'promoter_product' }).rows[0]).toMatchObject({
    promoter_name: '阿青',
    product_title: '高山红茶 100%',
    state: 'in_force',
  });
  expect(list({ kind: 'platform_fee' }).rows).toEqual([]);
});

it('reads page by page without losing one, those of one day too', () => {
  for (let promoter = 0; promoter < 25; promoter += 1)
    addSplit(store, { promoter_appid: promoterId(promoter), ratio_ppm: 1, from_day: '2026-01-01' }, by);
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = list({ limit: 10, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.rows.map(({ rule_id }) => rule_id));
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(25);
  expect(new Set(seen).size).toBe(25);
  expect(list({ sort: 'checked_on', limit: 500 }).rows).toHaveLength(25);
});
