import { DeskError } from '../../../shared/contract/result.ts';
import type { NewRule } from '../../../shared/contract/rule.ts';
import { type Day, startOfDay } from '../../../shared/time.ts';
import type { RuleDays } from './scope.ts';

/** What is wrong with a rule by itself, whatever other rules there are. */
export function refuseUnsound(rule: NewRule): void {
  refuseUnrealDay('from_day', rule.from_day);
  refuseUnrealDay('to_day', rule.to_day);
  refuseUnrealDay('checked_on', rule.checked_on);
  refuseReversed(rule);
  if (rule.kind === 'split') refuseSecondLevel(rule);
  if (rule.kind === 'incentive' && rule.band_to_fen !== null && rule.band_to_fen <= rule.band_from_fen)
    throw new DeskError('rule.band_empty');
}

/** Throws `input.invalid` for a text that looks like a day and is none, such as 2026-02-30. */
export function refuseUnrealDay(field: string, day: Day | null): void {
  if (day !== null && startOfDay(day) === null) throw new DeskError('input.invalid', { field, value: day });
}

export function refuseReversed({ from_day, to_day }: RuleDays): void {
  if (to_day !== null && to_day < from_day) throw new DeskError('rule.days_reversed', { from_day, to_day });
}

/**
 * The platform allows one level only and removes institutions with teams and tiers: a share goes to the promoter who
 * sold, so a rule that gives it to somebody else is refused, and so is one that gives one person a part of
 * everybody's sales.
 */
function refuseSecondLevel({
  promoter_appid,
  beneficiary_appid,
}: Pick<Extract<NewRule, { kind: 'split' }>, 'promoter_appid' | 'beneficiary_appid'>): void {
  if (beneficiary_appid !== null && beneficiary_appid !== promoter_appid)
    throw new DeskError('rule.one_level_only', { promoter_appid, beneficiary_appid });
}
