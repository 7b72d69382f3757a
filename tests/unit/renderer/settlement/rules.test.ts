import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../../renderer/parts/rule/age.ts';
import { overlapOf } from '../../../../renderer/parts/rule/use-add-rule.ts';
import {
  draftAfter,
  emptyDraft,
  newRuleOf,
  problemsOf,
  type RuleDraft,
  scopeOfDraft,
} from '../../../../renderer/rooms/settlement/rules/rule-draft.ts';
import { readRules } from '../../../../renderer/rooms/settlement/rules/rules-question.ts';
import { newRule, RULE_KINDS, type Rule } from '../../../../shared/contract/rule.ts';

const TODAY = '2026-10-15';
const draft = (facts: Partial<RuleDraft>): RuleDraft => ({ ...emptyDraft('split', TODAY), ...facts });

describe('a rule as it is being entered', () => {
  it('is for the narrowest scope that is chosen', () => {
    const scopes = [{}, { product: 'p1' }, { promoter: 'wxa' }, { promoter: 'wxa', product: 'p1' }].map((facts) =>
      scopeOfDraft(draft(facts)),
    );
    expect(scopes).toEqual(['default', 'product', 'promoter', 'promoter_product']);
  });

  it('is not ready while something is missing or reversed', () => {
    expect(problemsOf(draft({}))).toEqual(['ratio']);
    expect(problemsOf(draft({ ratio: 0, to_day: '2026-10-14' }))).toEqual(['days_reversed']);
    expect(problemsOf(draft({ ratio: 0, to_day: TODAY }))).toEqual([]);
    expect(problemsOf(draft({ kind: 'rounding' }))).toEqual([]);
    expect(newRuleOf(draft({}))).toBeNull();
  });

  it('takes bands in yuan, to the fen', () => {
    const band = (facts: Partial<RuleDraft>) => draft({ kind: 'incentive', ratio: 1, ...facts });
    expect(problemsOf(band({ band_from: '' }))).toEqual(['band_from']);
    expect(problemsOf(band({ band_from: '-1', band_to: '1.001', cap: 'x' }))).toEqual(['band_from', 'band_to', 'cap']);
    expect(problemsOf(band({ band_from: '10', band_to: '10' }))).toEqual(['band_empty']);
    expect(newRuleOf(band({ band_from: '1,000,000', band_to: '', cap: '0.5' }))).toMatchObject({
      band_from_fen: 100_000_000,
      band_to_fen: null,
      cap_fen: 50,
    });
  });

  it('is taken by the contract, of every kind', () => {
    for (const kind of RULE_KINDS) {
      const rule = newRuleOf(draft({ kind, ratio: 100_000, band_from: '0', source: '协议' }));
      expect(newRule.safeParse(rule).success, kind).toBe(true);
    }
  });

  it('follows another one with the same scope, from today on', () => {
    const facts = { rule_id: 7, from_day: '2026-01-01', to_day: null, source: '协议', ratio_ppm: 500_000 };
    const split = { ...facts, kind: 'split', promoter_appid: 'wxa', product_id: null } as Rule;
    expect(newRuleOf(draftAfter(split, TODAY))).toMatchObject({
      promoter_appid: 'wxa',
      product_id: null,
      ratio_ppm: 500_000,
      from_day: TODAY,
      succeeds: true,
    });
    const band = { ...facts, kind: 'incentive', band_from_fen: 123_456_789, band_to_fen: null, cap_fen: 1 } as Rule;
    expect(newRuleOf(draftAfter(band, TODAY))).toMatchObject({
      band_from_fen: 123_456_789,
      band_to_fen: null,
      cap_fen: 1,
    });
  });
});

describe('an overlap', () => {
  const refused = (from_day: string) => ({
    code: 'rule.overlaps',
    params: { rule_id: 3, from_day, to_day: null, days: `${from_day} –` },
  });

  it('is got around by ending whichever rule begins first', () => {
    expect(overlapOf(refused('2026-01-01'), TODAY)).toMatchObject({ way: 'end_other', last_day: '2026-10-14' });
    expect(overlapOf(refused(TODAY), TODAY)).toMatchObject({ rule_id: 3, way: 'replace_other' });
    expect(overlapOf(refused('2026-12-01'), TODAY)).toMatchObject({ way: 'end_this', last_day: '2026-11-30' });
    expect(overlapOf({ code: 'rule.bands_overlap', params: {} }, TODAY)).toBeNull();
  });
});

describe('the page of rules', () => {
  it('reads from its address only what makes sense there', () => {
    const read = (text: string) => readRules(new URLSearchParams(text));
    expect(read('')).toEqual({ kind: 'split' });
    expect(read('tab=split&state=ended&scope=product&search=%20茶 ')).toEqual({
      kind: 'split',
      state: 'ended',
      scope: 'product',
      search: '茶',
    });
    expect(read('tab=rounding&scope=product&search=x&state=x')).toEqual({ kind: 'rounding' });
  });

  it('counts the age of a source in civil days', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2026-01-01', '2026-12-31')).toBe(364);
  });
});
