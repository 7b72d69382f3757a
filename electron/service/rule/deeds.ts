import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { Rule } from '../../../shared/contract/rule.ts';
import { addDays, dayOf } from '../../../shared/time.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Deed } from './deed.ts';
import { refuseReversed, refuseUnrealDay } from './refusals.ts';
import { readRule, tableOf } from './rows.ts';
import { refuseOverlap } from './scope.ts';
import { followRule, type RuleKey, writeEnd, writeWithdrawal } from './write.ts';

// What is done to a rule that is there. Each throws `rule.unknown`, and `rule.withdrawn` for one that was taken back.

/** Sets the last day, earlier or later than it was. Throws `rule.days_reversed`, `rule.overlaps`, `rule.bands_overlap`. */
export function endRule(store: Store, { kind, rule_id, to_day }: RouteParsed<'rule.end'>, deed: Deed): Rule {
  refuseUnrealDay('to_day', to_day);
  return change(store, { kind, rule_id }, deed, (rule) => {
    refuseReversed({ from_day: rule.from_day, to_day });
    refuseOverlap(store, { ...rule, to_day }, rule);
    if (to_day === rule.to_day) return;
    writeEnd(store, rule, to_day, deed);
    const firstChanged = rule.to_day !== null && rule.to_day < to_day ? rule.to_day : to_day;
    followRule(store, rule, addDays(firstChanged, 1), deed);
    note(store, 'rule.end', { kind, rule_id, to_day, before: rule.to_day }, deed);
  });
}

/** Notes that somebody looked where the rule comes from. */
export function checkRule(store: Store, { kind, rule_id, ...seen }: RouteParsed<'rule.check'>, deed: Deed): Rule {
  refuseUnrealDay('checked_on', seen.checked_on);
  return change(store, { kind, rule_id }, deed, (rule) => {
    const { checked_on, source = rule.source } = seen;
    store.run(
      sql`update ${tableOf(kind)} set checked_on = ${checked_on}, source = ${source} where rule_id = ${rule_id}`,
    );
    note(store, 'rule.check', { kind, rule_id, checked_on, source }, deed);
  });
}

/** Takes the rule back for everything that is not closed. */
export function withdrawRule(store: Store, { kind, rule_id, reason }: RouteParsed<'rule.withdraw'>, deed: Deed): Rule {
  return change(store, { kind, rule_id }, deed, (rule) => {
    writeWithdrawal(store, rule, reason, deed);
    followRule(store, rule, rule.from_day, deed);
    note(store, 'rule.withdraw', { kind, rule_id, reason }, deed);
  });
}

function change(store: Store, key: RuleKey, deed: Deed, work: (rule: Rule) => void): Rule {
  const today = dayOf(deed.now);
  return store.durably(() => {
    const rule = readRule(store, key, today);
    if (rule.withdrawn) throw new DeskError('rule.withdrawn', { kind: key.kind, rule_id: key.rule_id });
    work(rule);
    return readRule(store, key, today);
  });
}

function note(store: Store, action: string, detail: Record<string, unknown>, { staff, now }: Deed): void {
  audit(store, { at: now, staff, action, detail });
}
