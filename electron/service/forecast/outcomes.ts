import type { Fen } from '../../../shared/money.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { DAY_SECONDS, type Period, periodOf, type Unix } from '../../../shared/time.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { addOutcome, noOutcomes, type Outcomes } from './curve.ts';
import { DAY_NUMBER_SHIFT, dayNumber, firstPaidSince } from './known.ts';

/** Longer than half a year nobody waits for a commission; what does is an exception to look at, not to learn from. */
const LONGEST_DAYS = 182;

/** What became of rows paid since an instant, by their month of payment. */
export function outcomesSince(reader: StoreReader, since: Unix, now: Unix): Map<Period, Outcomes> {
  const { settled, cancelled } = COMMISSION_STATUS;
  const found = reader.each<{ paid: number; status: number | null; ended: number | null; rows: number }>(
    sql`select ${dayIn('paid_at')} as paid, commission_status as status,
        case commission_status when ${settled} then ${dayIn('settled_at')} when ${cancelled} then ${dayIn('updated_at')} end
          as ended, count(*) as rows
      from commission_order not indexed
      where id >= ${firstPaidSince(reader, since) ?? 0} and paid_at >= ${since} and paid_at <= ${now} group by 1, 2, 3`,
  );
  const today = dayNumber(now);
  const months = new Map<Period, Outcomes>();
  for (const { paid, status, ended, rows } of found) {
    const decided = status === settled || status === cancelled;
    // Settled without a time: when it came tells nobody.
    if (decided && ended === null) continue;
    const days = Math.max(0, (decided ? ended! : today) - paid);
    if (days > LONGEST_DAYS) continue;
    const month = periodOf(paid * DAY_SECONDS - DAY_NUMBER_SHIFT);
    const outcomes = months.get(month) ?? noOutcomes();
    addOutcome(outcomes, status === settled ? 'settled' : status === cancelled ? 'cancelled' : 'waiting', days, rows);
    months.set(month, outcomes);
  }
  return months;
}

/** Rows that were paid on a day and wait to be settled. */
export interface WaitingDay {
  /** Number of the day of payment. */
  paid: number;
  rows: number;
  amount_fen: Fen;
  /** Sum of the squares of the amounts, for how far chance alone may go. */
  squares: number;
}

/** Oldest first. */
export function waitingDays(reader: StoreReader): WaitingDay[] {
  return reader.all<WaitingDay>(
    sql`select ${dayIn('paid_at')} as paid, count(*) as rows, coalesce(sum(service_amount_fen), 0) as amount_fen,
        coalesce(sum(1.0 * service_amount_fen * service_amount_fen), 0) as squares
      from commission_order indexed by commission_order_unsettled where ${WAITING} and paid_at is not null group by 1 order by 1`,
  );
}

/** In the words of the partial index on these rows. */
const WAITING: Sql = { text: '(commission_status is null or commission_status not in (100, 200))', values: [] };

function dayIn(column: 'paid_at' | 'settled_at' | 'updated_at'): Sql {
  return { text: `(${column} + ${DAY_NUMBER_SHIFT}) / ${DAY_SECONDS}`, values: [] };
}
