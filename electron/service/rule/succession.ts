import { type NewRule, REPLACED, type RuleOf } from '../../../shared/contract/rule.ts';
import { addDays, type Day, dayOf } from '../../../shared/time.ts';
import { audit } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { Deed } from './deed.ts';
import { refuseUnsound } from './refusals.ts';
import { readRule } from './rows.ts';
import { refuseOverlap, ruleOn } from './scope.ts';
import { followRule, insertRule, writeEnd, writeWithdrawal } from './write.ts';

/**
 * The one way into the tables of rules: a rule that overlaps another of its scope is refused, unless it succeeds the
 * one in force on its first day. Call it inside a transaction. Throws `input.invalid`, `rule.days_reversed`,
 * `rule.one_level_only`, `rule.band_empty`, `rule.overlaps` or `rule.bands_overlap`.
 */
export function addRule<Added extends NewRule>(store: Store, rule: Added, deed: Deed): RuleOf<Added['kind']> {
  refuseUnsound(rule);
  const before = rule.succeeds ? makeRoom(store, rule, deed) : null;
  refuseOverlap(store, rule);
  const key = insertRule(store, rule, deed);
  followRule(store, rule, rule.from_day, deed);
  const { succeeds: _, ...facts } = rule;
  audit(store, {
    at: deed.now,
    staff: deed.staff,
    action: 'rule.add',
    detail: { rule_id: key.rule_id, ...facts, ...before },
  });
  return readRule<Added['kind']>(store, key, dayOf(deed.now));
}

/** What became of the rule before, for the audit log; null when there was none. */
type Before = { ended: { rule_id: number; to_day: Day } } | { replaced: { rule_id: number } } | null;

function makeRoom(store: Store, rule: NewRule, deed: Deed): Before {
  const { kind, from_day } = rule;
  const inForce = ruleOn(store, rule, from_day);
  if (!inForce) return null;
  const { rule_id } = inForce;
  if (inForce.from_day === from_day) {
    writeWithdrawal(store, { kind, rule_id }, REPLACED, deed);
    return { replaced: { rule_id } };
  }
  const to_day = addDays(from_day, -1);
  writeEnd(store, { kind, rule_id }, to_day, deed);
  return { ended: { rule_id, to_day } };
}
