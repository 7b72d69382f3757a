import type { NewRule, RuleKind } from '../../../shared/contract/rule.ts';
import { type Day, startOfDay } from '../../../shared/time.ts';
import { type Affected, deriveAnew } from '../order/derive-tasks.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Deed } from './deed.ts';
import { tableOf } from './rows.ts';
import type { RuleScope } from './scope.ts';

/** The number of a rule within its table. */
export interface RuleKey {
  kind: RuleKind;
  rule_id: number;
}

// What changes the tables of rules, one statement each; whether it may be stands with the deeds that call these. Call
// them inside a transaction.

export function insertRule(store: Store, rule: NewRule, { staff, now }: Deed): RuleKey {
  const { kind, from_day, to_day, source, checked_on, note } = rule;
  const dated = sql`${from_day}, ${to_day}, ${source}, ${checked_on}, ${note}, ${staff}, ${now}`;
  const { id: rule_id } = store.run(
    kind === 'split'
      ? sql`insert into split_rule (promoter_appid, product_id, ratio_ppm, from_day, to_day, source, checked_on, note,
          set_by, set_at) values (${rule.promoter_appid}, ${rule.product_id}, ${rule.ratio_ppm}, ${dated})`
      : sql`insert into money_rule (kind, ratio_ppm, rounding, band_from_fen, band_to_fen, cap_fen, from_day, to_day,
          source, checked_on, note, set_by, set_at) values (${kind}, ${kind === 'rounding' ? null : rule.ratio_ppm},
          ${kind === 'rounding' ? rule.rounding : null}, ${kind === 'incentive' ? rule.band_from_fen : null},
          ${kind === 'incentive' ? rule.band_to_fen : null}, ${kind === 'incentive' ? rule.cap_fen : null}, ${dated})`,
  );
  if (to_day !== null) noteEnd(store, { kind, rule_id }, to_day, { staff, now });
  return { kind, rule_id };
}

export function writeEnd(store: Store, key: RuleKey, to_day: Day, deed: Deed): void {
  store.run(sql`update ${tableOf(key.kind)} set to_day = ${to_day} where rule_id = ${key.rule_id}`);
  noteEnd(store, key, to_day, deed);
}

export function writeWithdrawal(store: Store, { kind, rule_id }: RuleKey, reason: string, { staff, now }: Deed): void {
  store.run(sql`update ${tableOf(kind)} set withdrawn_at = ${now}, withdrawn_by = ${staff}, withdrawn_reason = ${reason}
    where rule_id = ${rule_id}`);
}

/** What an earlier moment knew of the end is looked up there. */
function noteEnd(store: Store, { kind, rule_id }: RuleKey, to_day: Day, { staff, now }: Deed): void {
  store.run(sql`insert into rule_end (kind, rule_id, to_day, ended_at, ended_by)
    values (${kind}, ${rule_id}, ${to_day}, ${now}, ${staff})`);
}

/** Only splits decide figures kept beside the orders: works those of the rule's scope out anew, from a day on. */
export function followRule(store: Store, rule: RuleScope, day: Day, { now }: Deed): void {
  if (rule.kind !== 'split') return;
  const from = startOfDay(day);
  const { promoter_appid, product_id } = rule;
  const affected: Affected =
    promoter_appid !== null ? { promoter_appid, from } : product_id !== null ? { product_id, from } : { from };
  deriveAnew(store, affected, now);
}
