import type { RuleExplanation } from '../../../shared/contract/order.ts';
import {
  type IncentiveRule,
  type NewRule,
  type PlatformFeeRule,
  type RoundingRule,
  RULE_STATES,
  type Rule,
  type RuleKind,
  type RuleState,
  type SplitRule,
  type SplitScope,
} from '../../../shared/contract/rule.ts';
import { dayOf } from '../../../shared/time.ts';
import type { Answers } from './answers.ts';
import { appid, DAY, NOW, PROMOTERS } from './invented.ts';
import { countingJob } from './jobs.ts';

type Looked = RuleExplanation['rules'][number];

/** What of a scope was looked at; without facts no rule of it is in force. */
export function lookedAt(scope: SplitScope, facts: Partial<Looked> = {}): Looked {
  const found = facts.ratio_ppm != null;
  return {
    scope,
    rule_id: found ? 7 : null,
    ratio_ppm: null,
    from_day: null,
    to_day: null,
    source: found ? '2026 年推客协议第 3 条' : null,
    checked_on: found ? dayOf(NOW - 40 * DAY) : null,
    applies: false,
    ...facts,
  };
}

const day = (days: number) => dayOf(NOW + days * DAY);

function dated(rule_id: number, state: RuleState, from: number, to: number | null = null) {
  return {
    rule_id,
    state,
    from_day: day(from),
    to_day: to === null ? null : day(to),
    source: rule_id % 3 === 0 ? '' : '2026 年推客协议第 3 条',
    checked_on: rule_id % 3 === 0 ? null : day(rule_id % 2 === 0 ? -40 : -220),
    note: '',
    set_by: rule_id % 2 === 0 ? '林晓' : '陈默',
    set_at: NOW + Math.min(from, -1) * DAY,
    withdrawn: state === 'withdrawn' ? { at: NOW - 3 * DAY, by: '陈默', reason: '比例填错' } : null,
  };
}

const split = (
  facts: ReturnType<typeof dated>,
  ratio_ppm: number,
  promoter: number | null = null,
  product: string | null = null,
): SplitRule => ({
  kind: 'split',
  ...facts,
  promoter_appid: promoter === null ? null : appid('c3', promoter),
  promoter_name: promoter === null ? null : PROMOTERS[promoter]!,
  product_id: product,
  product_title: product === null ? null : '云南普洱熟茶饼 357g',
  ratio_ppm,
});
const fee = (facts: ReturnType<typeof dated>, ratio_ppm: number): PlatformFeeRule => ({
  kind: 'platform_fee',
  ...facts,
  ratio_ppm,
});
const rounding: RoundingRule = { kind: 'rounding', ...dated(21, 'in_force', -300), rounding: 'floor' };
const band = (rule_id: number, from: number, to: number | null, ratio_ppm: number): IncentiveRule => ({
  kind: 'incentive',
  ...dated(rule_id, 'in_force', -100),
  band_from_fen: from,
  band_to_fen: to,
  ratio_ppm,
  cap_fen: to === null ? 20_000_000 : null,
});

export const RULES: readonly Rule[] = [
  split(dated(1, 'ended', -300, -60), 500_000),
  split(dated(2, 'in_force', -59), 550_000),
  split(dated(3, 'coming', 12), 600_000),
  split(dated(4, 'in_force', -120), 600_000, 0),
  split(dated(5, 'in_force', -30, 20), 700_000, 0, '10000123456789'),
  split(dated(6, 'in_force', -90), 450_000, null, '10000123456789'),
  split(dated(7, 'withdrawn', -20), 900_000, 3),
  fee(dated(11, 'ended', -700, -326), 0),
  fee(dated(12, 'in_force', -325), 100_000),
  rounding,
  band(31, 0, 100_000_000, 0),
  band(32, 100_000_000, 500_000_000, 10_000),
  band(33, 500_000_000, null, 20_000),
];

const of = (kind: RuleKind, rule_id: number) => RULES.find((rule) => rule.kind === kind && rule.rule_id === rule_id)!;

function sums(owed: number) {
  const fee = 1_834_220;
  return {
    rows: 5230,
    orders: 5012,
    actual_payment_fen: 41_230_900,
    service_amount_fen: fee,
    platform_amount_fen: 203_800,
    promoter_platform_fen: 402_117,
    promoter_owed_fen: owed,
    net_fen: fee - owed,
  };
}

export const ruleAnswers: Answers = {
  'rule.list': ({ input, scenario }) => {
    const asked = input as { kind: RuleKind; state?: RuleState; scope?: SplitScope; search?: string };
    const ofKind = scenario === 'empty' ? [] : RULES.filter((rule) => rule.kind === asked.kind);
    const rows = ofKind.filter(
      (rule) =>
        (asked.state === undefined ? rule.state !== 'withdrawn' : rule.state === asked.state) &&
        (asked.scope !== 'default' || (rule.kind === 'split' && !rule.promoter_appid && !rule.product_id)) &&
        (!asked.search || JSON.stringify(rule).includes(asked.search)),
    );
    const counted = (state: RuleState) => ofKind.filter((rule) => rule.state === state).length;
    return {
      rows: rows.toSorted((a, b) => (a.from_day < b.from_day ? 1 : -1)),
      next_cursor: null,
      total: rows.length,
      today: day(0),
      counts: Object.fromEntries(RULE_STATES.map((state) => [state, counted(state)])) as Record<RuleState, number>,
    };
  },
  'rule.add': ({ input }) => {
    const { succeeds, ...rule } = input as NewRule;
    if (!succeeds && rule.kind === 'split' && rule.promoter_appid === null && rule.product_id === null)
      throw {
        code: 'rule.overlaps',
        params: { rule_id: 2, from_day: day(-59), to_day: null, days: `${day(-59)} –` },
      };
    return { ...of(rule.kind, RULES.find(({ kind }) => kind === rule.kind)!.rule_id), ...rule, rule_id: 99 } as Rule;
  },
  'rule.end': ({ input }) => {
    const { kind, rule_id, to_day } = input as { kind: RuleKind; rule_id: number; to_day: string };
    return { ...of(kind, rule_id), to_day };
  },
  'rule.check': ({ input }) => {
    const { kind, rule_id, ...seen } = input as { kind: RuleKind; rule_id: number; checked_on: string };
    return { ...of(kind, rule_id), ...seen };
  },
  'rule.withdraw': ({ input }) => {
    const { kind, rule_id, reason } = input as { kind: RuleKind; rule_id: number; reason: string };
    return { ...of(kind, rule_id), state: 'withdrawn', withdrawn: { at: NOW, by: '林晓', reason } };
  },
  'rule.incentive': ({ input }) => ({
    period: (input as { period: string }).period,
    closed: false,
    settled_base_fen: 412_309_000,
    bands: RULES.filter((rule) => rule.kind === 'incentive').map(
      ({ rule_id, band_from_fen, band_to_fen, ratio_ppm, cap_fen, source, checked_on }) => {
        const applies = rule_id === 32;
        const amount_fen = applies ? 4_123_090 : 0;
        return { rule_id, band_from_fen, band_to_fen, ratio_ppm, cap_fen, source, checked_on, applies, amount_fen };
      },
    ),
    amount_fen: 4_123_090,
  }),
  'rule.what_if': ({ input, send }) =>
    countingJob(
      'what_if',
      {
        total: 5230,
        step: () => 'replay',
        result: () => ({
          period: (input as { period: string }).period,
          closed: true,
          real: sums(512_400),
          imagined: sums(583_190),
          changed_rows: 1412,
          without_rule: { real: 3, imagined: 3 },
          promoters: PROMOTERS.slice(0, 5).map((promoter_name, index) => ({
            promoter_appid: appid('c3', index),
            promoter_name,
            rows: 400 - index * 31,
            real_platform_fen: 0,
            real_owed_fen: 120_000 - index * 20_000,
            imagined_platform_fen: 0,
            imagined_owed_fen: 150_000 - index * 26_300,
          })),
        }),
      },
      send,
    ),
};
