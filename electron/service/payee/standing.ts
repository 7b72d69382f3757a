import type { Period } from '../../../shared/time.ts';
import { type MemberBook, promoterOf } from './member.ts';

/**
 * The AppIDs, in their order, of the promoters a payee stands for in a month: whose lines of the month go to him. A
 * payee who has only a balance left may have none any more: then those whose lines went to him before.
 */
export function promotersOf(members: MemberBook, period: Period): (payeeId: string) => string[] {
  const now = new Map<string, Set<string>>();
  const ever = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, payee: string, promoter: string) => {
    const found = to.get(payee);
    if (found) found.add(promoter);
    else to.set(payee, new Set([promoter]));
  };
  for (const { promoter_appid, from_period, payee_id } of members.history()) {
    // What staff decide for later months must not change a statement of this one.
    if (from_period > period) continue;
    add(ever, payee_id, promoter_appid);
    if (members.of(promoter_appid, period) === payee_id) add(now, payee_id, promoter_appid);
  }
  return (payeeId) => {
    const own = promoterOf(payeeId);
    const found = new Set(now.get(payeeId));
    if (own !== null && (found.size === 0 || members.of(own, period) === payeeId)) found.add(own);
    return [...(found.size > 0 ? found : (ever.get(payeeId) ?? []))].sort();
  };
}
