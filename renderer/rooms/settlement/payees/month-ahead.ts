import type { PeriodSummary } from '../../../../shared/contract/settlement.ts';
import { type Period, periodOf, periodRange } from '../../../../shared/time.ts';

/** The first month whose shares can still be given to somebody: behind every closed one, the month on screen if it is. */
export function firstAssignable(periods: readonly Pick<PeriodSummary, 'period' | 'state'>[], present: Period): Period {
  const closed = periods.filter(({ state }) => state === 'closed').map(({ period }) => period);
  const last = closed.sort().at(-1);
  return last === undefined || present > last ? present : periodOf(periodRange(last)!.to);
}
