import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';

export type CheckName = keyof SettlementPeriod['checks'];

/** In the order in which staff should deal with them. */
export const CHECKS: readonly CheckName[] = [
  'owed_without_rule',
  'settled_without_time',
  'identity_differences',
  'quarantined',
  'changed_since_close',
];

export function openChecks(checks: SettlementPeriod['checks']): CheckName[] {
  return CHECKS.filter((name) => checks[name] > 0);
}
