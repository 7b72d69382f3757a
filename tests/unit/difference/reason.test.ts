import { describe, expect, it } from 'vitest';
import { type FeeRow, ourFigure } from '../../../electron/service/difference/figures.ts';
import type { EarlierState, OtherRate } from '../../../electron/service/difference/history.ts';
import { reasonOf } from '../../../electron/service/difference/reason.ts';

/** A plain sale of the institution at the head: 99.99 at 3.333 % gives 3.33267, cut to 3.33. */
const plain: FeeRow = {
  id: 1,
  versions: 1,
  role: 'head',
  actual_payment_fen: 9999,
  service_ratio_ppm: 33_330,
  service_amount_fen: 333,
  service_total_fen: 333,
  platform_amount_fen: 0,
  agency_appid: null,
  agency_amount_fen: null,
  sub_agency_appid: null,
  sub_agency_amount_fen: null,
  promoter_appid: null,
  promoter_ratio_ppm: null,
  promoter_amount_fen: null,
  talent_amount_fen: null,
};

const earlier = (state: Partial<EarlierState>): EarlierState => ({
  actual_payment_fen: 9999,
  service_amount_fen: 333,
  platform_amount_fen: 0,
  promoter_amount_fen: null,
  ...state,
});

function why(
  change: Partial<FeeRow>,
  {
    states = [],
    rates = [],
    fee_ppm = null,
  }: { states?: EarlierState[]; rates?: OtherRate[]; fee_ppm?: number | null } = {},
) {
  const history = { states: () => states, rates: () => rates };
  return reasonOf('service_amount', { ...plain, ...change }, history, { fee_ppm });
}

describe('the reason of a difference', () => {
  it('is the rounding when another way of it gives the amount', () => {
    expect(why({ service_amount_fen: 332 }).reason).toBe('unexplained');
    expect(why({ service_amount_fen: 334, actual_payment_fen: 10_014 })).toEqual({
      reason: 'rounding',
      because: {
        text: 'gross_rounded',
        params: { base_fen: 10_014, ratio_ppm: 33_330, rounding: 'half_up', from_fen: 333, to_fen: 334 },
      },
    });
    // 333.267 is raised by nobody but who always raises.
    expect(why({ service_amount_fen: 334 }).because.params.rounding).toBe('ceil');
  });

  it('is the rounding of the promoter’s share where that is what we hand on', () => {
    const agency: Partial<FeeRow> = {
      role: 'promoter_agency',
      agency_appid: 'wxown',
      agency_amount_fen: 333,
      promoter_appid: 'wxp',
      promoter_ratio_ppm: 500_000,
      promoter_amount_fen: 166,
    };
    expect(why({ ...agency, service_amount_fen: 166 })).toMatchObject({
      reason: 'rounding',
      because: { text: 'promoter_rounded', params: { base_fen: 333, from_fen: 166, to_fen: 167 } },
    });
  });

  it('is a fee that is stated and not taken off, or taken off and not stated, or another one before', () => {
    const large = { actual_payment_fen: 100_000, service_ratio_ppm: 100_000, service_total_fen: 10_000 };
    expect(why({ ...large, platform_amount_fen: 1000, service_amount_fen: 10_000 })).toEqual({
      reason: 'fee_appeared',
      because: { text: 'fee_not_taken', params: { fee_fen: 1000 } },
    });
    expect(why({ ...large, platform_amount_fen: null, service_amount_fen: 9000 })).toMatchObject({
      reason: 'fee_appeared',
      because: { text: 'fee_not_stated', params: { fee_fen: 1000, base_fen: 10_000, ratio_ppm: 100_000 } },
    });
    expect(why({ ...large, service_amount_fen: 9500 }, { fee_ppm: 50_000 }).because.params).toMatchObject({
      fee_fen: 500,
      ratio_ppm: 50_000,
    });
    const before = [earlier({ actual_payment_fen: 100_000, platform_amount_fen: 700 })];
    expect(why({ ...large, platform_amount_fen: 1000, service_amount_fen: 9300 }, { states: before })).toEqual({
      reason: 'fee_appeared',
      because: { text: 'fee_before', params: { fee_fen: 1000, before_fen: 700 } },
    });
  });

  it('is a refund when the amount is that of an earlier payment, or lies between', () => {
    const refunded = { actual_payment_fen: 5000, service_ratio_ppm: 100_000, service_total_fen: 500, versions: 2 };
    const states = [earlier({ actual_payment_fen: 20_000, service_amount_fen: 1777 })];
    expect(why({ ...refunded, service_amount_fen: 2000 }, { states })).toEqual({
      reason: 'partial_refund',
      because: { text: 'payment_before', params: { payment_fen: 5000, before_fen: 20_000, ratio_ppm: 100_000 } },
    });
    expect(why({ ...refunded, service_amount_fen: 1777 }, { states }).because).toEqual({
      text: 'amount_before',
      params: { payment_fen: 5000, before_fen: 20_000, amount_fen: 1777 },
    });
    expect(why({ ...refunded, service_amount_fen: 1234 }, { states })).toEqual({
      reason: 'partial_refund',
      because: {
        text: 'payment_between',
        params: { payment_fen: 5000, peak_fen: 20_000, base_fen: 12_340, ratio_ppm: 100_000 },
      },
    });
    expect(why({ ...refunded, service_amount_fen: 499 }, { states }).reason).toBe('unexplained');
    expect(why({ ...refunded, service_amount_fen: 2001 }, { states }).reason).toBe('unexplained');
  });

  it('is the role when the figure of another one gives exactly the amount', () => {
    const both: Partial<FeeRow> = {
      role: 'both',
      agency_appid: 'wxown',
      agency_amount_fen: 200,
      sub_agency_appid: 'wxreseller',
      sub_agency_amount_fen: 600,
      promoter_appid: 'wxp',
      promoter_amount_fen: 100,
      actual_payment_fen: 10_000,
      service_ratio_ppm: 100_000,
      service_total_fen: 1000,
    };
    expect(ourFigure('service_amount', { ...plain, ...both })).toBe(500);
    expect(why({ ...both, service_amount_fen: 400 })).toEqual({
      reason: 'role',
      because: { text: 'other_role', params: { role: 'both', other: 'head' } },
    });
    expect(why({ ...both, service_amount_fen: 100 }).because.params.other).toBe('promoter_agency');
  });

  it('is a changed rate when that of an earlier reply or of a plan of the product gives the amount', () => {
    const rates: OtherRate[] = [
      { ratio_ppm: 33_330, from: 'plan', plan_type: 1 },
      { ratio_ppm: 50_000, from: 'reply', plan_type: null },
      { ratio_ppm: 80_000, from: 'plan', plan_type: 3 },
    ];
    expect(why({ service_amount_fen: 499 }, { rates }).because).toEqual({
      text: 'rate_before',
      params: { ratio_ppm: 33_330, other_ppm: 50_000 },
    });
    expect(why({ service_amount_fen: 799 }, { rates })).toEqual({
      reason: 'rule_changed',
      because: { text: 'rate_of_plan', params: { ratio_ppm: 33_330, other_ppm: 80_000, plan_type: 3 } },
    });
  });

  it('stays open where nothing known gives the amount, and for amounts beyond all sense', () => {
    expect(why({ service_amount_fen: 370 })).toEqual({
      reason: 'unexplained',
      because: { text: 'nothing', params: {} },
    });
    const absurd = { actual_payment_fen: Number.MAX_SAFE_INTEGER, service_ratio_ppm: Number.MAX_SAFE_INTEGER };
    expect(why(absurd).reason).toBe('unexplained');
    expect(why({ service_amount_fen: null }).reason).toBe('unexplained');
    const rates: OtherRate[] = [{ ratio_ppm: Number.MAX_SAFE_INTEGER, from: 'reply', plan_type: null }];
    expect(why({ service_amount_fen: 370 }, { rates }).reason).toBe('unexplained');
  });

  it('is told of the other amounts, too', () => {
    const history = (states: EarlierState[]) => ({ states: () => states, rates: () => [] });
    const fee = { ...plain, service_total_fen: 335, platform_amount_fen: 33 };
    expect(reasonOf('platform_fee', fee, history([]), { fee_ppm: null })).toMatchObject({
      reason: 'rounding',
      because: { text: 'fee_rounded', params: { rounding: 'floor', from_fen: 34, to_fen: 33 } },
    });
    const ruled = { ...plain, service_total_fen: 1000, platform_amount_fen: 60 };
    expect(reasonOf('platform_fee', ruled, history([]), { fee_ppm: 60_000 }).because.text).toBe('fee_by_rule');
    const share = { ...plain, promoter_appid: 'wxp', promoter_ratio_ppm: 10_000, promoter_amount_fen: 222 };
    const before = [earlier({ actual_payment_fen: 22_200, promoter_amount_fen: 222 })];
    expect(reasonOf('promoter', share, history(before), { fee_ppm: null }).because.text).toBe('amount_before');
    const gross = { ...plain, service_total_fen: 740 };
    expect(reasonOf('gross', gross, history(before), { fee_ppm: null }).because.text).toBe('nothing');
    expect(
      reasonOf('gross', { ...gross, service_total_fen: 739 }, history(before), { fee_ppm: null }).because.text,
    ).toBe('payment_before');
    const parts = { ...plain, service_total_fen: 333, platform_amount_fen: 33 };
    expect(reasonOf('parts', parts, history([]), { fee_ppm: null }).because.text).toBe('fee_not_taken');
  });
});
