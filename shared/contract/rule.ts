import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Unix } from '../time.ts';
import { day, id, type Page, pageInput, period, search } from './paging.ts';
import { route } from './route.ts';
import type { GroupSums } from './settlement.ts';

export const RULE_KINDS = ['split', 'platform_fee', 'rounding', 'incentive'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const ROUNDINGS = ['floor', 'half_up', 'half_even', 'ceil'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** Whom a split is for, narrowest first: the order in which a sale looks for its rule. */
export const SPLIT_SCOPES = ['promoter_product', 'promoter', 'product', 'default'] as const;
export type SplitScope = (typeof SPLIT_SCOPES)[number];

/** How a rule stands today (UTC+8). */
export const RULE_STATES = ['in_force', 'coming', 'ended', 'withdrawn'] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** The reason of a rule that another one of its first day took the place of. */
export const REPLACED = 'replaced';

interface Dated {
  rule_id: number;
  state: RuleState;
  from_day: string;
  /** Last day it holds; null: until another follows. */
  to_day: string | null;
  /** Where it comes from; '' when nobody said. */
  source: string;
  /** The day somebody last looked there; null: never said. */
  checked_on: string | null;
  note: string;
  set_by: string;
  set_at: Unix;
  /** From then on it holds for nothing that is not closed. `reason`: in somebody's words, or `REPLACED`. */
  withdrawn: { at: Unix; by: string; reason: string } | null;
}

/** A promoter's share of the institution's fee. Null names every promoter, every product. */
export interface SplitRule extends Dated {
  kind: 'split';
  promoter_appid: string | null;
  promoter_name: string | null;
  product_id: string | null;
  product_title: string | null;
  ratio_ppm: Ppm;
}
/** What the platform takes of the gross service fee, where its reply does not state it. */
export interface PlatformFeeRule extends Dated {
  kind: 'platform_fee';
  ratio_ppm: Ppm;
}
/** How the platform is taken to round its amounts to whole fen. */
export interface RoundingRule extends Dated {
  kind: 'rounding';
  rounding: Rounding;
}
/**
 * What the platform pays of a month's settled base when that lies in the band (from included, to not; null: without
 * end), at most `cap_fen`: an estimate, never a claim.
 */
export interface IncentiveRule extends Dated {
  kind: 'incentive';
  ratio_ppm: Ppm;
  band_from_fen: Fen;
  band_to_fen: Fen | null;
  cap_fen: Fen | null;
}
export type Rule = SplitRule | PlatformFeeRule | RoundingRule | IncentiveRule;
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;

export interface RulePage extends Page<Rule> {
  /** Platform day the states are judged by. */
  today: string;
  /** Rules of the kind by state, whatever else was asked. */
  counts: Record<RuleState, number>;
}

const ratio_ppm = z.number().int().min(0).max(1_000_000);
const fen = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const text = z.string().trim().max(500);
const dated = {
  from_day: day,
  to_day: day.nullable().default(null),
  source: text.default(''),
  checked_on: day.nullable().default(null),
  note: text.default(''),
  /**
   * Ends the rule of the same scope that is in force on `from_day` the day before instead of refusing; one that began
   * on that very day is withdrawn.
   */
  succeeds: z.boolean().default(false),
};

/** Strict, so that nothing a caller means to rule is dropped without a word. */
export const newRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('split'),
    promoter_appid: id.nullable(),
    product_id: id.nullable(),
    ratio_ppm,
    /** Who gets the share; anybody but the promoter who sold is a second level and refused. */
    beneficiary_appid: id.nullable().default(null),
    ...dated,
  }),
  z.strictObject({ kind: z.literal('platform_fee'), ratio_ppm, ...dated }),
  z.strictObject({ kind: z.literal('rounding'), rounding: z.enum(ROUNDINGS), ...dated }),
  z.strictObject({
    kind: z.literal('incentive'),
    ratio_ppm,
    band_from_fen: fen,
    band_to_fen: fen.nullable(),
    cap_fen: fen.nullable(),
    ...dated,
  }),
]);
export type NewRule = z.infer<typeof newRule>;

/** What a month's settled base would earn by the bands in force on its last day. */
export interface IncentiveEstimate {
  period: string;
  /** Whether the month is closed; else the base still grows. */
  closed: boolean;
  settled_base_fen: Fen;
  /** Lowest first; `amount_fen` is 0 where the base lies outside the band. */
  bands: (Pick<IncentiveRule, 'rule_id' | 'band_from_fen' | 'band_to_fen' | 'ratio_ppm' | 'cap_fen'> &
    Pick<IncentiveRule, 'source' | 'checked_on'> & { amount_fen: Fen; applies: boolean })[];
  /** Null when no band is known for the month. */
  amount_fen: Fen | null;
}

/** A period as it is, and as it would be with other splits. Nothing is kept. */
export interface WhatIf {
  period: string;
  /** Replayed from the frozen sale lines; else from the sales as they stand. */
  closed: boolean;
  real: GroupSums;
  imagined: GroupSums;
  /** Rows whose figures would differ. */
  changed_rows: number;
  /** Rows the institution pays and no rule says how much: they owe nothing in the sums. */
  without_rule: { real: number; imagined: number };
  /** Promoters who would get another amount, greatest difference first. */
  promoters: {
    promoter_appid: string;
    promoter_name: string | null;
    rows: number;
    /** Paid by the platform, and owed by the institution. */
    real_platform_fen: Fen;
    real_owed_fen: Fen;
    imagined_platform_fen: Fen;
    imagined_owed_fen: Fen;
  }[];
}

const oneRule = { kind: z.enum(RULE_KINDS), rule_id: z.number().int() };

export const ruleRoutes = {
  /** Left out, `state` means all but withdrawn ones. `scope`, `promoter_appid`, `product_id` narrow splits only. */
  'rule.list': route<RulePage>()(
    z.object({
      kind: z.enum(RULE_KINDS),
      state: z.enum(RULE_STATES).optional(),
      scope: z.enum(SPLIT_SCOPES).optional(),
      promoter_appid: id.optional(),
      product_id: id.optional(),
      /** Name or id of a promoter or product. */
      search: search.optional(),
      sort: z.enum(['from_day', 'set_at', 'checked_on']).default('from_day'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      ...pageInput,
    }),
  ),
  /**
   * Refused with `rule.overlaps`, `rule.one_level_only`, `rule.days_reversed`, `rule.band_empty`, `rule.bands_overlap`.
   * The params of `rule.overlaps` name the other rule: `rule_id`, `from_day`, `to_day`.
   */
  'rule.add': route<Rule>()(newRule),
  /** Sets a rule's last day. Closed months keep what they were closed with. Refused as `rule.add`, and with `rule.withdrawn`. */
  'rule.end': route<Rule>()(z.object({ ...oneRule, to_day: day })),
  /** Notes that somebody looked where the rule comes from; `source` left out stays. */
  'rule.check': route<Rule>()(z.object({ ...oneRule, checked_on: day, source: text.optional() })),
  /** Takes a rule back from its first day on, for everything that is not closed. Nothing is deleted. */
  'rule.withdraw': route<Rule>()(z.object({ ...oneRule, reason: text.min(1) })),
  'rule.incentive': route<IncentiveEstimate>()(z.object({ period })),
  /** Replays a period with other splits beside the real figures; a job whose result is a `WhatIf`. */
  'rule.what_if': route<{ job_id: string }>()(
    z.object({
      period,
      /** Each stands for all days in place of the rules of its scope; wider rules stay behind narrower ones. */
      splits: z
        .array(z.object({ promoter_appid: id.nullable(), product_id: id.nullable(), ratio_ppm }))
        .max(2000)
        .default([]),
      /** Institution pays all promoters, also those the platform pays now. */
      institution_pays_all: z.boolean().default(false),
    }),
  ),
};
