import { type Day, dayOf, startOfDay } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { type Affected, deriveAnew } from '../order/derive-tasks.ts';
import { sql } from '../store/sql.ts';

/** Whom and what a rule is for; null names everyone or everything. */
export interface RuleScope {
  promoter_appid: string | null;
  product_id: string | null;
}

/**
 * Sets the share (ppm) the institution itself owes from today (UTC+8) on. Rules are only added: sales of earlier days
 * keep theirs, and of two rules of one day the later counts. Call it inside a transaction.
 */
export function setRule(context: Context, scope: RuleScope, ratioPpm: number): void {
  const { store } = context;
  const now = context.now();
  const today = dayOf(now);
  if (ruleInForce(context, scope) === ratioPpm) return;
  store.run(sql`insert into split_rule (promoter_appid, product_id, ratio_ppm, from_day, set_by, set_at)
    values (${scope.promoter_appid}, ${scope.product_id}, ${ratioPpm}, ${today}, ${context.staff()}, ${now})`);
  deriveAnew(store, affectedBy(scope, today), now);
}

function affectedBy({ promoter_appid, product_id }: RuleScope, day: Day): Affected {
  const from = startOfDay(day);
  if (promoter_appid !== null) return { promoter_appid, from };
  return product_id === null ? { from } : { product_id, from };
}

function ruleInForce(context: Context, scope: RuleScope): number | null {
  return (
    context.store.value<number>(sql`select ratio_ppm from split_rule
      where promoter_appid is ${scope.promoter_appid} and product_id is ${scope.product_id}
        and from_day <= ${dayOf(context.now())}
      order by from_day desc, rule_id desc limit 1`) ?? null
  );
}
