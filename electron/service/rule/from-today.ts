import type { SplitRule } from '../../../shared/contract/rule.ts';
import type { Ppm } from '../../../shared/rate.ts';
import { addDays, dayOf } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Deed } from './deed.ts';
import { rulesWithin } from './scope.ts';
import { addRule } from './succession.ts';

/**
 * Sets the share (ppm) the institution itself owes from today (UTC+8) on, as staff do on the shelf and in the directory
 * of promoters: sales of earlier days keep theirs, and a rule that is to come still comes. Call it inside a transaction.
 */
export function setSplitFromToday(
  store: Store,
  scope: Pick<SplitRule, 'promoter_appid' | 'product_id'>,
  ratio_ppm: Ppm,
  deed: Deed,
): void {
  const split = { kind: 'split' as const, promoter_appid: scope.promoter_appid, product_id: scope.product_id };
  const from_day = dayOf(deed.now);
  const standing = rulesWithin(store, split, { from_day, to_day: null });
  const coming = standing.find((rule) => rule.from_day > from_day);
  const to_day = coming ? addDays(coming.from_day, -1) : null;
  const inForce = standing.find((rule) => rule.from_day <= from_day);
  if (inForce && inForce.to_day === to_day && ratioOf(store, inForce.rule_id) === ratio_ppm) return;
  addRule(
    store,
    {
      ...split,
      ratio_ppm,
      beneficiary_appid: null,
      from_day,
      to_day,
      source: '',
      checked_on: null,
      note: '',
      succeeds: true,
    },
    deed,
  );
}

function ratioOf(store: Store, rule_id: number): Ppm | undefined {
  return store.value<Ppm>(sql`select ratio_ppm from split_rule where rule_id = ${rule_id}`);
}
