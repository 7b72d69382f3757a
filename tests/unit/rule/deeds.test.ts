import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainShare } from '../../../electron/service/order/explain.ts';
import { checkRule, endRule, withdrawRule } from '../../../electron/service/rule/deeds.ts';
import { setSplitFromToday } from '../../../electron/service/rule/from-today.ts';
import { settlementPeriod } from '../../../electron/service/settlement/period.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import type { OrderState } from '../../../shared/contract/order.ts';
import type { SplitRule } from '../../../shared/contract/rule.ts';
import { dayOf, periodRange, startOfDay } from '../../../shared/time.ts';
import { addSplit } from '../../support/rules.ts';
import {
  closeMonth,
  orderRow,
  promoterId,
  temporaryStore,
  writePromoters,
  writeRows,
} from '../../support/settlement-rows.ts';

const { to } = periodRange('2026-10')!;
const by = { staff: '小李', now: to };
const sale = orderRow({
  channel: 'promoter',
  promoter_appid: promoterId(1),
  agency_amount_fen: 1000,
  created_at: startOfDay('2026-10-06')! + 3600,
});

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
  writePromoters(store, 3);
  writeRows(store, [sale]);
});
afterEach(() => done());

const owed = () => settlementPeriod(store, '2026-10').totals.promoter_owed_fen;
/** The figure beside the row, which follows rules by itself. */
const kept = () => store.value<number>(sql`select owed_fen from commission_order`);
const keyOf = ({ kind, rule_id }: SplitRule) => ({ kind, rule_id });
const end = (rule: SplitRule, to_day: string) => endRule(store, { ...keyOf(rule), to_day }, by);
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return null;
};

describe('a rule that is ended', () => {
  it('holds up to and with its last day; behind it the wider one does', () => {
    addSplit(store, { ratio_ppm: 300_000, from_day: '2026-01-01' }, by);
    const rule = addSplit(store, { promoter_appid: promoterId(1), ratio_ppm: 400_000, from_day: '2026-01-01' }, by);
    expect([owed(), kept()]).toEqual([400, 400]);
    end(rule, '2026-10-05');
    expect([owed(), kept()]).toEqual([300, 300]);
    expect(end(rule, '2026-10-06')).toMatchObject({ to_day: '2026-10-06' });
    expect([owed(), kept()]).toEqual([400, 400]);
  });

  it('cannot end before it begins, nor reach into the next one', () => {
    const rule = addSplit(store, { ratio_ppm: 300_000, from_day: '2026-01-01' }, by);
    addSplit(store, { ratio_ppm: 300_000, from_day: '2026-05-01' }, by);
    expect(codeOf(() => end(rule, '2025-12-31'))).toBe('rule.days_reversed');
    expect(codeOf(() => end(rule, '2026-05-01'))).toBe('rule.overlaps');
    expect(codeOf(() => end(rule, '2026-04-31'))).toBe('input.invalid');
    expect(codeOf(() => end({ ...rule, rule_id: 99 }, '2026-04-30'))).toBe('rule.unknown');
  });
});

describe('a rule that is withdrawn', () => {
  it('holds for nothing that is not closed, and stays in the list with the reason', () => {
    addSplit(store, { ratio_ppm: 300_000, from_day: '2026-01-01' }, by);
    const rule = addSplit(store, { product_id: sale.product_id, ratio_ppm: 400_000, from_day: '2026-01-01' }, by);
    expect([owed(), kept()]).toEqual([400, 400]);
    const withdrawn = withdrawRule(store, { ...keyOf(rule), reason: '比例填错' }, { staff: '王芳', now: to + 9 });
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      withdrawn: { at: to + 9, by: '王芳', reason: '比例填错' },
    });
    expect([owed(), kept()]).toEqual([300, 300]);
    const deeds = [
      () => end(rule, '2026-12-31'),
      () => withdrawRule(store, { ...keyOf(rule), reason: 'x' }, by),
      () => checkRule(store, { ...keyOf(rule), checked_on: '2026-10-01' }, by),
    ];
    expect(deeds.map(codeOf)).toEqual(['rule.withdrawn', 'rule.withdrawn', 'rule.withdrawn']);
  });

  it('still explains the lines it was frozen on', async () => {
    const rule = addSplit(store, { ratio_ppm: 400_000, from_day: '2026-01-01' }, by);
    store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})`);
    await closeMonth({ store, dir }, '2026-10');
    withdrawRule(store, { ...keyOf(rule), reason: 'x' }, by);
    expect(owed()).toBe(400);
    expect(settlementPeriod(store, '2026-11').adjustments.rows).toBe(0);
    expect(kept()).toBe(0);
    const order = store.get<OrderState>(sql`select * from commission_order`)!;
    expect(explainShare(store, order).rule).toMatchObject({
      rules: [{ rule_id: null }, { rule_id: null }, { rule_id: null }, { rule_id: null, applies: false }],
      frozen: { period: '2026-10', rule: '默认 40% 2026-01-01起' },
    });
  });
});

describe('the source of a rule', () => {
  it('is noted with the day somebody looked there, and shown where the rule is explained', () => {
    const rule = addSplit(store, { ratio_ppm: 400_000, from_day: '2026-01-01', to_day: '2026-12-31' }, by);
    checkRule(store, { ...keyOf(rule), checked_on: '2026-10-20', source: '推客协议 3.1' }, by);
    expect(checkRule(store, { ...keyOf(rule), checked_on: '2026-10-21' }, by)).toMatchObject({
      checked_on: '2026-10-21',
      source: '推客协议 3.1',
    });
    const order = store.get<OrderState>(sql`select * from commission_order`)!;
    expect(explainShare(store, order).rule.rules.at(-1)).toEqual({
      scope: 'default',
      rule_id: rule.rule_id,
      ratio_ppm: 400_000,
      from_day: '2026-01-01',
      to_day: '2026-12-31',
      source: '推客协议 3.1',
      checked_on: '2026-10-21',
      applies: true,
    });
    const actions = store.all<{ action: string }>(sql`select action from audit_log`).map(({ action }) => action);
    expect(actions).toEqual(['rule.add', 'rule.check', 'rule.check']);
  });
});

describe('a share set from today on', () => {
  const scope = { promoter_appid: promoterId(1), product_id: null };
  const today = (day: string) => ({ staff: '小李', now: startOfDay(day)! + 60 });
  const rules = () =>
    store.all(sql`select ratio_ppm, from_day, to_day from split_rule where withdrawn_at is null order by from_day`);

  it('follows the rule in force and makes way for one that is to come', () => {
    addSplit(store, { ...scope, ratio_ppm: 300_000, from_day: '2026-01-01' }, by);
    addSplit(store, { ...scope, ratio_ppm: 500_000, from_day: '2026-12-01' }, by);
    setSplitFromToday(store, scope, 400_000, today('2026-10-06'));
    setSplitFromToday(store, scope, 400_000, today('2026-10-09'));
    expect(rules()).toEqual([
      { ratio_ppm: 300_000, from_day: '2026-01-01', to_day: '2026-10-05' },
      { ratio_ppm: 400_000, from_day: '2026-10-06', to_day: '2026-11-30' },
      { ratio_ppm: 500_000, from_day: '2026-12-01', to_day: null },
    ]);
    expect(dayOf(sale.created_at!)).toBe('2026-10-06');
    expect(kept()).toBe(400);
  });

  it('goes on where a rule of the same share would end', () => {
    addSplit(store, { ...scope, ratio_ppm: 300_000, from_day: '2026-01-01', to_day: '2026-10-31' }, by);
    setSplitFromToday(store, scope, 300_000, today('2026-10-06'));
    expect(rules()).toMatchObject([{ to_day: '2026-10-05' }, { from_day: '2026-10-06', to_day: null }]);
  });
});
