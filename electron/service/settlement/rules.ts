import { DeskError } from '../../../shared/contract/result.ts';
import type { SplitRule } from '../../../shared/contract/settlement.ts';
import type { Ppm } from '../../../shared/rate.ts';
import { type Day, startOfDay, type Unix } from '../../../shared/time.ts';
import { deriveAnew } from '../order/derive-tasks.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

export interface DefaultRule {
  ratio_ppm: Ppm;
  from_day: Day;
  staff: string;
  /** Platform time. */
  now: Unix;
}

/** Widest scope first, then by day. */
export function splitRules(reader: StoreReader): SplitRule[] {
  return reader.all<SplitRule>(sql`
    select rule_id, promoter_appid, product_id, ratio_ppm, from_day, set_by, set_at from split_rule
    order by promoter_appid is not null, product_id is not null, promoter_appid, product_id, from_day, rule_id`);
}

/** The share of every promoter the institution pays and no narrower rule names, from a day on. */
export function setDefaultRule(store: Store, { ratio_ppm, from_day, staff, now }: DefaultRule): SplitRule {
  if (startOfDay(from_day) === null) throw new DeskError('input.invalid', { field: 'from_day', value: from_day });
  return store.durably(() => {
    const { id: rule_id } = store.run(sql`
      insert into split_rule (promoter_appid, product_id, ratio_ppm, from_day, set_by, set_at)
      values (null, null, ${ratio_ppm}, ${from_day}, ${staff}, ${now})`);
    deriveAnew(store, { from: startOfDay(from_day) }, now);
    audit(store, { at: now, staff, action: 'settlement.set_default_rule', detail: { rule_id, ratio_ppm, from_day } });
    return { rule_id, promoter_appid: null, product_id: null, ratio_ppm, from_day, set_by: staff, set_at: now };
  });
}
