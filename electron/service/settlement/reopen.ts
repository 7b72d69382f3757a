import { DeskError } from '../../../shared/contract/result.ts';
import type { Closing } from '../../../shared/contract/settlement.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { closedMonth, closedMonths, closingsOf } from './closed.ts';
import { rangeOf } from './source.ts';

export interface Reopening {
  period: Period;
  reason: string;
  staff: string;
  /** Platform time. */
  now: Unix;
}

/**
 * Opens a closed month again; its closing is kept and no longer counts. Refused while a later closing has taken in
 * corrections of it: those would be in both. Throws `period.invalid`, `period.open` or `period.later_closed`.
 */
export function reopenPeriod(store: Store, { period, reason, staff, now }: Reopening): Closing {
  rangeOf(period);
  return store.durably(() => {
    const closed = closedMonth(store, period);
    if (!closed) throw new DeskError('period.open', { period });
    const later = closedMonths(store).find(({ adjusts }) => adjusts.includes(period));
    if (later) throw new DeskError('period.later_closed', { period, later: later.period });
    store.run(sql`insert into settlement_reopening (closing_id, reopened_at, reopened_by, reason)
      values (${closed.closing_id}, ${now}, ${staff}, ${reason})`);
    audit(store, {
      at: now,
      staff,
      action: 'settlement.reopen',
      detail: { period, number: closed.number, reason, closing_hash: closed.hash },
    });
    return closingsOf(store, period)[0]!;
  });
}
