import { formatPpm, type Ppm } from '../../../shared/rate.ts';
import type { Day } from '../../../shared/time.ts';

/** A share the institution owes, valid from a day on until a later rule of the same scope. Null names everyone. */
export interface DatedRule {
  promoter_appid: string | null;
  product_id: string | null;
  ratio_ppm: Ppm;
  from_day: Day;
}

/** Answers which rule a sale falls under. */
export interface RuleBook {
  find(promoter: string | null, product: string | null, day: Day | null): DatedRule | null;
}

function scopeKey(promoter: string | null, product: string | null): string {
  return `${promoter ?? ''}\t${product ?? ''}`;
}

/**
 * Rules in the order in which they were set: of two with the same scope and day the later one counts. The narrowest
 * scope wins: promoter and product, then promoter, then product, then everyone.
 */
export function ruleBook(rules: Iterable<DatedRule>): RuleBook {
  const scopes = new Map<string, DatedRule[]>();
  for (const rule of rules) {
    const key = scopeKey(rule.promoter_appid, rule.product_id);
    const list = scopes.get(key);
    if (list) list.push(rule);
    else scopes.set(key, [rule]);
  }
  for (const list of scopes.values())
    list.sort((a, b) => (a.from_day < b.from_day ? -1 : a.from_day > b.from_day ? 1 : 0));
  const inForce = (promoter: string | null, product: string | null, day: Day): DatedRule | null =>
    scopes.get(scopeKey(promoter, product))?.findLast((rule) => rule.from_day <= day) ?? null;
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

/** The rule in the words of the report; the same on every desk, so no number of ours is in it. */
export function ruleText(rule: DatedRule): string {
  const scope =
    rule.promoter_appid !== null && rule.product_id !== null
      ? '推客+商品'
      : rule.promoter_appid !== null
        ? '推客'
        : rule.product_id !== null
          ? '商品'
          : '默认';
  return `${scope} ${formatPpm(rule.ratio_ppm)} ${rule.from_day}起`;
}
