import { SPLIT_SCOPES, type SplitScope } from '../../../shared/contract/rule.ts';
import { formatPpm, type Ppm } from '../../../shared/rate.ts';
import type { Day } from '../../../shared/time.ts';

/** A share the institution owes from a day on, up to and with its last one; null: until another follows. */
export interface DatedRule {
  /** Null names everyone, and every product. */
  promoter_appid: string | null;
  product_id: string | null;
  ratio_ppm: Ppm;
  from_day: Day;
  to_day: Day | null;
}

/** Answers which rule a sale falls under. */
export interface RuleBook<Rule extends DatedRule = DatedRule> {
  find(promoter: string | null, product: string | null, day: Day | null): Rule | null;
}

export function scopeOf({ promoter_appid, product_id }: Pick<DatedRule, 'promoter_appid' | 'product_id'>): SplitScope {
  if (promoter_appid !== null) return product_id === null ? 'promoter' : 'promoter_product';
  return product_id === null ? 'default' : 'product';
}

export function scopeKey(promoter: string | null, product: string | null): string {
  return `${promoter ?? ''}\t${product ?? ''}`;
}

/** The narrowest scope wins: promoter and product, then promoter, then product, then everyone. */
export function ruleBook<Rule extends DatedRule>(rules: Iterable<Rule>): RuleBook<Rule> {
  const scopes = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = scopeKey(rule.promoter_appid, rule.product_id);
    const list = scopes.get(key);
    if (list) list.push(rule);
    else scopes.set(key, [rule]);
  }
  const inForce = (promoter: string | null, product: string | null, day: Day): Rule | null =>
    scopes.get(scopeKey(promoter, product))?.find((rule) => holdsOn(rule, day)) ?? null;
  return {
    find: (promoter, product, day) => {
      if (day === null) return null;
      return (
        (promoter !== null && product !== null ? inForce(promoter, product, day) : null) ??
        (promoter !== null ? inForce(promoter, null, day) : null) ??
        (product !== null ? inForce(null, product, day) : null) ??
        inForce(null, null, day)
      );
    },
  };
}

function holdsOn({ from_day, to_day }: DatedRule, day: Day): boolean {
  return from_day <= day && (to_day === null || day <= to_day);
}

const SCOPE_WORDS: Record<SplitScope, string> = {
  promoter_product: '推客+商品',
  promoter: '推客',
  product: '商品',
  default: '默认',
};

/** The rule in the words of the report; the same on every desk, so no number of ours is in it. */
export function ruleText(rule: DatedRule): string {
  return `${SCOPE_WORDS[scopeOf(rule)]} ${formatPpm(rule.ratio_ppm)} ${rule.from_day}起`;
}

/** Whom the rule of a frozen line was for; null for a line without one. */
export function scopeOfText(text: string | null): SplitScope | null {
  const word = text?.split(' ')[0];
  return SPLIT_SCOPES.find((scope) => SCOPE_WORDS[scope] === word) ?? null;
}
