import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import type { Sort } from '../../../parts/index.ts';

export type GroupSums = SettlementPeriod['unsettled'];

/** Groups by one of their figures; equal ones keep the order of the answer. All groups are here, so this is done here. */
export function orderGroups<Group extends GroupSums>(groups: readonly Group[], sort: Sort): Group[] {
  const by = sort.by as keyof GroupSums;
  const sign = sort.direction === 'asc' ? 1 : -1;
  return groups.toSorted((a, b) => (a[by] - b[by]) * sign);
}
