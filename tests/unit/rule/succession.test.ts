import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addRule } from '../../../electron/service/rule/succession.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { type NewRule, newRule } from '../../../shared/contract/rule.ts';
import { startOfDay } from '../../../shared/time.ts';
import { temporaryStore } from '../../support/settlement-rows.ts';

const by = { staff: '小李', now: startOfDay('2026-10-15')! };

let store: Store;
let done: () => void;
beforeEach(async () => {
  ({ store, done } = await temporaryStore());
});
afterEach(() => done());

const add = (facts: Record<string, unknown>) => {
  const everyone = { kind: 'split', promoter_appid: null, product_id: null };
  const rule: NewRule = newRule.parse({ ...('kind' in facts ? {} : everyone), ...facts });
  return store.durably(() => addRule(store, rule, by));
};
const refused = (facts: Record<string, unknown>) => {
  try {
    add(facts);
  } catch (error) {
    const { code, params } = error as { code: string; params: object };
    return { code, params };
  }
  return null;
};
const days = () =>
  store.all<{ from_day: string; to_day: string | null; withdrawn_reason: string | null }>(
    sql`select from_day, to_day, withdrawn_reason from split_rule order by rule_id`,
  );
const audited = () =>
  store
    .all<{ action: string; detail: string }>(sql`select action, detail from audit_log order by entry_id`)
    .map(({ action, detail }) => ({ action, ...JSON.parse(detail) }));

describe('a rule that overlaps another of its scope', () => {
  it('is refused, and the other one is named with its days', () => {
    const first = add({ ratio_ppm: 500_000, from_day: '2026-01-01' });
    expect(refused({ ratio_ppm: 600_000, from_day: '2026-10-01' })).toEqual({
      code: 'rule.overlaps',
      params: { rule_id: first.rule_id, from_day: '2026-01-01', to_day: null, days: '2026-01-01 –' },
    });
    expect(days()).toHaveLength(1);
    expect(audited()).toHaveLength(1);
  });

  it('lets it end the day before when it succeeds it, in one deed that is audited', () => {
    const first = add({ ratio_ppm: 500_000, from_day: '2026-01-01', source: '协议第 3 条' });
    const second = add({ ratio_ppm: 600_000, from_day: '2026-10-01', succeeds: true });
    expect(days()).toMatchObject([
      { from_day: '2026-01-01', to_day: '2026-09-30' },
      { from_day: '2026-10-01', to_day: null },
    ]);
    expect(second).toMatchObject({
      kind: 'split',
      state: 'in_force',
      ratio_ppm: 600_000,
      set_by: '小李',
      set_at: by.now,
    });
    expect(audited()).toMatchObject([
      { action: 'rule.add', rule_id: first.rule_id, source: '协议第 3 条' },
      { action: 'rule.add', rule_id: second.rule_id, ended: { rule_id: first.rule_id, to_day: '2026-09-30' } },
    ]);
  });

  it('takes the place of one that began on the very day', () => {
    const first = add({ ratio_ppm: 500_000, from_day: '2026-10-01' });
    add({ ratio_ppm: 600_000, from_day: '2026-10-01', succeeds: true });
    expect(days()).toMatchObject([{ withdrawn_reason: 'replaced' }, { to_day: null, withdrawn_reason: null }]);
    expect(audited().at(-1)).toMatchObject({ replaced: { rule_id: first.rule_id } });
  });

  it('is refused where a later one begins within it, and then nothing of it stays', () => {
    add({ ratio_ppm: 500_000, from_day: '2026-01-01', to_day: '2026-10-31' });
    const later = add({ ratio_ppm: 600_000, from_day: '2026-11-01' });
    expect(refused({ ratio_ppm: 700_000, from_day: '2026-10-01', succeeds: true })).toMatchObject({
      code: 'rule.overlaps',
      params: { rule_id: later.rule_id, from_day: '2026-11-01' },
    });
    expect(days()).toMatchObject([{ to_day: '2026-10-31' }, { to_day: null }]);
    add({ ratio_ppm: 700_000, from_day: '2026-10-01', to_day: '2026-10-31', succeeds: true });
    expect(days()).toMatchObject([{ to_day: '2026-09-30' }, { to_day: null }, { to_day: '2026-10-31' }]);
  });

  it('is none when the days only touch, or the scope is another', () => {
    add({ ratio_ppm: 500_000, from_day: '2026-01-01', to_day: '2026-01-31' });
    add({ ratio_ppm: 500_000, from_day: '2026-02-01' });
    add({ ratio_ppm: 500_000, from_day: '2026-01-01', promoter_appid: 'wxa' });
    add({ ratio_ppm: 500_000, from_day: '2026-01-01', product_id: 'p1' });
    add({ ratio_ppm: 500_000, from_day: '2026-01-01', promoter_appid: 'wxa', product_id: 'p1' });
    add({ kind: 'platform_fee', ratio_ppm: 1, from_day: '2026-01-01' });
    expect(days()).toHaveLength(5);
  });

  it('cannot come into the tables by another way either', () => {
    add({ ratio_ppm: 500_000, from_day: '2026-01-01' });
    const insert = sql`insert into split_rule (promoter_appid, product_id, ratio_ppm, from_day, set_by, set_at)
      values (null, null, 1, '2026-10-01', '', 1)`;
    expect(() => store.run(insert)).toThrow('one scope');
    store.run(sql`update split_rule set to_day = '2026-09-30'`);
    store.run(insert);
    expect(() => store.run(sql`update split_rule set to_day = null`)).toThrow('one scope');
    expect(() => store.run(sql`update split_rule set ratio_ppm = 2`)).toThrow('not changed');
    expect(() => store.run(sql`delete from split_rule`)).toThrow('never deleted');
  });
});

describe('a rule by itself', () => {
  it('needs days that exist and come in their order', () => {
    expect(refused({ ratio_ppm: 1, from_day: '2026-02-30' })).toEqual({
      code: 'input.invalid',
      params: { field: 'from_day', value: '2026-02-30' },
    });
    expect(refused({ ratio_ppm: 1, from_day: '2026-01-01', to_day: '2026-06-31' })?.code).toBe('input.invalid');
    expect(refused({ ratio_ppm: 1, from_day: '2026-01-02', to_day: '2026-01-01' })).toEqual({
      code: 'rule.days_reversed',
      params: { from_day: '2026-01-02', to_day: '2026-01-01' },
    });
    expect(add({ ratio_ppm: 1, from_day: '2026-01-02', to_day: '2026-01-02' })).toMatchObject({ state: 'ended' });
  });

  it('gives a share to the promoter who sold and to nobody else', () => {
    const facts = { ratio_ppm: 100_000, from_day: '2026-01-01' };
    const above = { ...facts, promoter_appid: 'wxa', beneficiary_appid: 'wxteamleader' };
    expect(refused(above)).toEqual({
      code: 'rule.one_level_only',
      params: { promoter_appid: 'wxa', beneficiary_appid: 'wxteamleader' },
    });
    // A part of everybody's sales for one person is a team.
    expect(refused({ ...facts, beneficiary_appid: 'wxteamleader' })?.code).toBe('rule.one_level_only');
    expect(refused({ ...facts, product_id: 'p1', beneficiary_appid: 'wxa' })?.code).toBe('rule.one_level_only');
    expect(add({ ...facts, promoter_appid: 'wxa', beneficiary_appid: 'wxa' })).toMatchObject({ promoter_appid: 'wxa' });
    expect(days()).toHaveLength(1);
  });

  it('is not taken with facts the program would drop', () => {
    for (const more of [{ level: 2 }, { team_id: 't1' }, { parent_appid: 'wxb' }])
      expect(
        newRule.safeParse({
          kind: 'split',
          promoter_appid: 'wxa',
          product_id: null,
          ratio_ppm: 1,
          from_day: '2026-01-01',
          ...more,
        }).success,
      ).toBe(false);
  });
});

describe('rules that are no split', () => {
  const band = (from: number, to: number | null, facts: Record<string, unknown> = {}) => ({
    kind: 'incentive',
    ratio_ppm: 10_000,
    band_from_fen: from,
    band_to_fen: to,
    cap_fen: null,
    from_day: '2026-01-01',
    ...facts,
  });

  it('are one a day of each kind', () => {
    const fee = { kind: 'platform_fee', ratio_ppm: 0, from_day: '2025-01-01' };
    add(fee);
    expect(refused({ ...fee, from_day: '2026-01-01', ratio_ppm: 100_000 })?.code).toBe('rule.overlaps');
    expect(add({ ...fee, from_day: '2026-01-01', ratio_ppm: 100_000, succeeds: true })).toMatchObject({
      state: 'in_force',
    });
    expect(add({ kind: 'rounding', rounding: 'floor', from_day: '2025-01-01' })).toMatchObject({
      rounding: 'floor',
    });
    expect(() => store.run(sql`delete from money_rule`)).toThrow('never deleted');
  });

  it('have bands that do not overlap on any day', () => {
    add(band(0, 1_000));
    const second = add(band(1_000, 5_000));
    add(band(5_000, null));
    expect(refused(band(4_999, 5_001))).toMatchObject({
      code: 'rule.bands_overlap',
      params: { rule_id: second.rule_id },
    });
    expect(refused(band(900, null, { succeeds: true }))?.code).toBe('rule.bands_overlap');
    // The same band is one scope: it can follow.
    expect(refused(band(1_000, 5_000, { from_day: '2026-05-01' }))?.code).toBe('rule.overlaps');
    add(band(1_000, 5_000, { from_day: '2026-05-01', succeeds: true }));
    expect(refused(band(7, 7))?.code).toBe('rule.band_empty');
    expect(add(band(1, 2, { from_day: '2025-01-01', to_day: '2025-12-31' }))).toMatchObject({ state: 'ended' });
  });
});
