import type { SplitRule } from '../../../shared/contract/settlement.ts';
import type { Day } from '../../../shared/time.ts';

/** Rules for everyone and everything, the newest day first; of one day the one set last comes first. */
export function defaultRules(rules: readonly SplitRule[]): SplitRule[] {
  return rules
    .filter((rule) => rule.promoter_appid === null && rule.product_id === null)
    .sort((a, b) => (a.from_day === b.from_day ? b.rule_id - a.rule_id : a.from_day < b.from_day ? 1 : -1));
}

/** The default rule that holds on a day, out of `defaultRules`. */
export function ruleInForce(rules: readonly SplitRule[], day: Day): SplitRule | null {
  return rules.find((rule) => rule.from_day <= day) ?? null;
}
