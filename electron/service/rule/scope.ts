import { DeskError } from '../../../shared/contract/result.ts';
import type { IncentiveRule, RuleKind, SplitRule } from '../../../shared/contract/rule.ts';
import type { Day } from '../../../shared/time.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { tableOf } from './rows.ts';

/** What a rule is about: of one scope at most one rule holds on any day. */
export type RuleScope =
  | Pick<SplitRule, 'kind' | 'promoter_appid' | 'product_id'>
  | { kind: 'platform_fee' | 'rounding' }
  | Pick<IncentiveRule, 'kind' | 'band_from_fen' | 'band_to_fen'>;

export interface RuleDays {
  from_day: Day;
  to_day: Day | null;
}

/** A rule that stands in another's way. */
export interface OtherRule extends RuleDays {
  rule_id: number;
}

/** Later than any day, as days compare. */
const NO_END: Day = '9999-12-31';

/** Standing rules of the scope that hold on some of the days, the earliest first. */
export function rulesWithin(reader: StoreReader, scope: RuleScope, days: RuleDays): OtherRule[] {
  return others(reader, scope.kind, sql`${ofScope(scope)} and ${within(days)}`);
}

/** The rule of the scope that holds on a day; null when none does. */
export function ruleOn(reader: StoreReader, scope: RuleScope, day: Day): OtherRule | null {
  return rulesWithin(reader, scope, { from_day: day, to_day: day })[0] ?? null;
}

/**
 * Throws `rule.overlaps` or `rule.bands_overlap` naming the rule in the way. `except` is the rule itself, when it has
 * a number already.
 */
export function refuseOverlap(
  reader: StoreReader,
  rule: RuleScope & RuleDays,
  except: { rule_id: number } | null = null,
): void {
  const inTheWay = (found: OtherRule[]) => found.find(({ rule_id }) => rule_id !== except?.rule_id);
  const same = inTheWay(rulesWithin(reader, rule, rule));
  if (same) throw new DeskError('rule.overlaps', named(same));
  if (rule.kind !== 'incentive') return;
  const band = inTheWay(others(reader, rule.kind, sql`${crossing(rule)} and ${within(rule)}`));
  if (band) throw new DeskError('rule.bands_overlap', named(band));
}

/** `days` is for people, the rest for programs; a rule without an end leaves `to_day` empty. */
function named({ rule_id, from_day, to_day }: OtherRule) {
  return { rule_id, from_day, to_day, days: `${from_day} – ${to_day ?? ''}`.trim() };
}

function others(reader: StoreReader, kind: RuleKind, condition: Sql): OtherRule[] {
  return reader.all<OtherRule>(sql`select rule_id, from_day, to_day from ${tableOf(kind)}
    where withdrawn_at is null and ${condition} order by from_day`);
}

function ofScope(scope: RuleScope): Sql {
  if (scope.kind === 'split')
    return sql`promoter_appid is ${scope.promoter_appid} and product_id is ${scope.product_id}`;
  if (scope.kind !== 'incentive') return sql`kind = ${scope.kind}`;
  return sql`kind = ${scope.kind} and band_from_fen is ${scope.band_from_fen} and band_to_fen is ${scope.band_to_fen}`;
}

/** Bands that share an amount with this one. */
function crossing({ kind, band_from_fen, band_to_fen }: Pick<IncentiveRule, 'kind' | 'band_from_fen' | 'band_to_fen'>) {
  return sql`kind = ${kind} and coalesce(band_to_fen > ${band_from_fen}, true)
    and coalesce(band_from_fen < ${band_to_fen}, true)`;
}

function within({ from_day, to_day }: RuleDays): Sql {
  return sql`from_day <= ${to_day ?? NO_END} and coalesce(to_day, ${NO_END}) >= ${from_day}`;
}
