import type { FundsMatch } from '../../../shared/contract/funds.ts';
import type { Fen } from '../../../shared/money.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import { rangeOf } from '../settlement/source.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { knownAsOf } from '../sync/status.ts';
import { BRINGS, IS_COMMISSION, IS_OTHER } from './flow-kind.ts';
import { matchSums } from './match-sums.ts';
import { judgedMonth } from './month.ts';
import { unreadFlowCount } from './record.ts';
import { bookedIn } from './wanted.ts';

/** The match of a month in sums. Throws `period.invalid`. */
export function fundsMatch(reader: StoreReader, period: Period): FundsMatch {
  const { from, to } = rangeOf(period);
  const flows = bookedIn({ from, to });
  const fen = (query: ReturnType<typeof sql>) => reader.value<Fen | null>(query) ?? 0;
  const known = knownAsOf(reader);
  return {
    period,
    ...matchSums(judgedMonth(reader, period)),
    settled_fen: fen(sql`select sum(service_amount_fen) from commission_order indexed by commission_order_settled_fee
      where settled_at >= ${from} and settled_at < ${to}
        and commission_status = ${{ text: String(COMMISSION_STATUS.settled), values: [] }}`),
    booked_fen: fen(sql`select sum(${BRINGS}) from ${flows} f where ${IS_COMMISSION}`),
    other_flows: reader.all<FundsMatch['other_flows'][number]>(
      sql`select f.funds_type, count(*) as flows, sum(f.amount_fen) as amount_fen from ${flows} f
        where ${IS_OTHER} group by f.funds_type order by f.funds_type`,
    ),
    unread_flows: unreadFlowCount(reader),
    balance:
      reader.get<NonNullable<FundsMatch['balance']>>(
        sql`select available_fen, pending_fen, seen_at from funds_balance order by seen_at desc limit 1`,
      ) ?? null,
    flows_read: flowsRead(reader, known.funds),
    orders_known_as_of: known.orders,
  };
}

/** Null before the first time. */
function flowsRead(reader: StoreReader, to: Unix | null): FundsMatch['flows_read'] {
  const from = reader.value<Unix | null>(sql`select min(hour_at) from read_hour where resource = 'funds'`) ?? null;
  return to === null ? null : { from: from ?? to, to };
}
