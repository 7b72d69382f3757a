import type { ClawbackAges } from '../../../shared/contract/payee.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { addFen, sumFen } from '../../../shared/money.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import { DAY_SECONDS, type Period, periodRange } from '../../../shared/time.ts';
import { closedMonth } from '../settlement/closed.ts';
import { rangeOf } from '../settlement/source.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { payeeBooks } from './facts.ts';

/** The first day of each age, in days. */
const AGES = [0, 31, 61, 91, 181] as const;

/** Throws `period.invalid` and `period.open`. Ask it in a thread. */
export function clawbackAges(reader: StoreReader, period: Period): ClawbackAges {
  rangeOf(period);
  const closed = closedMonth(reader, period);
  if (!closed) throw new DeskError('period.open', { period });
  const by_month = reader.all<ClawbackAges['by_month'][number]>(sql`
    select adjusts_period, count(*) as rows, sum(promoter_owed_fen) as amount_fen from closing_line
    where closing_id = ${closed.closing_id} and kind = 'adjustment' and promoter_appid is not null
      and promoter_payer = ${SPLIT_PAYER.institution} and promoter_owed_fen < 0
    group by adjusts_period order by adjusts_period desc`);
  const ages = AGES.map((from_days, index) => ({
    from_days,
    to_days: (AGES[index + 1] ?? null) === null ? null : AGES[index + 1]! - 1,
    payees: 0,
    amount_fen: 0,
  }));
  const books = payeeBooks(reader);
  for (const payee of books.payees()) {
    const ledger = books.ledger(payee);
    const since = ledger.negativeSince(period);
    if (since === null) continue;
    const days = daysBetween(since, period);
    const age = ages.findLast(({ from_days }) => from_days <= days)!;
    age.payees += 1;
    age.amount_fen = addFen(age.amount_fen, ledger.month(period).closing_fen);
  }
  return {
    period,
    rows: by_month.reduce((rows, month) => rows + month.rows, 0),
    amount_fen: sumFen(by_month.map(({ amount_fen }) => amount_fen)),
    by_month,
    ages,
    written_off_fen:
      reader.value<number>(sql`select coalesce(sum(amount_fen), 0) from write_off where period = ${period}`) ?? 0,
  };
}

/** From the end of one month to the end of another. */
function daysBetween(from: Period, to: Period): number {
  return (periodRange(to)!.to - periodRange(from)!.to) / DAY_SECONDS;
}
