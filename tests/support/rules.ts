import { addRule } from '../../electron/service/rule/succession.ts';
import type { Store } from '../../electron/service/store/store.ts';
import { newRule, type SplitRule } from '../../shared/contract/rule.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { Day, Unix } from '../../shared/time.ts';

export interface SplitFacts {
  promoter_appid?: string | null;
  product_id?: string | null;
  ratio_ppm: Ppm;
  from_day: Day;
  to_day?: Day | null;
}

/** A split as staff set it: it follows the one in force on its first day. */
export function addSplit(
  store: Store,
  facts: SplitFacts,
  { staff = '小李', now }: { staff?: string; now: Unix },
): SplitRule {
  const rule = newRule.parse({ kind: 'split', promoter_appid: null, product_id: null, ...facts, succeeds: true });
  return store.transaction(() => addRule(store, rule, { staff, now })) as SplitRule;
}
