import type { FundsFlow } from '../../../shared/contract/funds.ts';
import type { Page } from '../../../shared/contract/paging.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { rangeOf } from '../settlement/source.ts';
import { keysetPage } from '../store/keyset.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { BOOKED_AT, IS_COMMISSION, IS_OTHER } from './flow-kind.ts';
import { bookedIn } from './wanted.ts';

/** The flows behind the sums of a month. Throws `period.invalid`, and `input.invalid` for a cursor that is none. */
export function fundsFlows(reader: StoreReader, question: RouteParsed<'funds.flows'>): Page<FundsFlow> {
  const among = amongOf(question);
  const page = keysetPage<FundsFlow>(reader, {
    rows: sql`select w.flow_id, w.funds_type, w.amount_fen, w.balance_fen, w.booked_at, w.remark, w.order_id,
      w.withdraw_id, w.first_seen_at, f.at as sort_value
      from (${among}) f join funds_flow w on w.flow_id = f.flow_id`,
    keys: ['flow_id'],
    direction: 'asc',
    cursor: question.cursor,
    limit: question.limit,
  });
  return { ...page, total: reader.value<number>(sql`select count(*) from (${among})`) ?? 0 };
}

function amongOf({ period, of, funds_type }: RouteParsed<'funds.flows'>): Sql {
  const range = rangeOf(period);
  if (of === 'unread')
    return sql`select f.flow_id, ${BOOKED_AT} as at from funds_flow f indexed by funds_flow_unread
      where f.amount_fen is null`;
  const kind = of === 'commission' ? IS_COMMISSION : IS_OTHER;
  const type = funds_type === undefined ? sql`1` : sql`f.funds_type is ${funds_type}`;
  return sql`select f.flow_id, ${BOOKED_AT} as at from ${bookedIn(range)} f where ${kind} and ${type}`;
}
