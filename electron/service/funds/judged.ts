import { DAY_SECONDS, type Period, type Unix } from '../../../shared/time.ts';
import { rangeOf } from '../settlement/source.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { knownAsOf } from '../sync/status.ts';
import { fileAmount } from './file-amount.ts';
import { BOOKED_AT, BRINGS, IS_COMMISSION, TAKES } from './flow-kind.ts';
import { bookedIn, wantedInMonth, wantedOrders } from './wanted.ts';

/** Before the flow id, for flows of commission that name no order. */
export const FLOW_KEY = 'flow:';

/**
 * `with … judged as (…)`: one row a key with what each side says, the differences, the state and the age. Select from
 * `judged` behind it.
 */
export function judgedInMonth(reader: StoreReader, period: Period): Sql {
  const range = rangeOf(period);
  return judged(reader, wantedInMonth(reader, period, range), bookedIn(range));
}

/** The same of single keys. */
export function judgedKeys(reader: StoreReader, keys: readonly string[]): Sql {
  const flows = keys.filter((key) => key.startsWith(FLOW_KEY)).map((key) => key.slice(FLOW_KEY.length));
  return judged(
    reader,
    wantedOrders(keys.filter((key) => !key.startsWith(FLOW_KEY))),
    sql`(select * from funds_flow where flow_id in (select value from json_each(${JSON.stringify(flows)})))`,
  );
}

/** `flows`: where the flows are looked for that name no order. */
function judged(reader: StoreReader, wanted: Sql, flows: Sql): Sql {
  const { funds, orders } = knownAsOf(reader);
  return sql`with ${wanted},
    flow_amount as materialized (
      select w.order_id, sum(${BRINGS}) as fen, sum(${TAKES}) as fee, max(${BOOKED_AT}) as at
      from wanted w cross join funds_flow f on f.order_id = w.order_id and ${IS_COMMISSION} group by w.order_id),
    ${fileAmount(reader)},
    sides as (
      select w.order_id as key, w.order_id, w.books_fen, w.settled_at, b.fen as flows_fen, coalesce(b.fee, 0) as fee_fen,
        b.at as booked_at, x.fen as file_fen, x.at as filed_at
      from wanted w left join flow_amount b on b.order_id = w.order_id left join file_amount x on x.order_id = w.order_id
      union all
      select ${FLOW_KEY} || f.flow_id, null, null, null, ${BRINGS}, ${TAKES}, ${BOOKED_AT}, null, null
      from ${flows} f where f.order_id is null and ${IS_COMMISSION}),
    differing as (
      select *, coalesce(flows_fen, 0) - coalesce(books_fen, 0) as difference_fen,
        file_fen - coalesce(books_fen, 0) as file_difference_fen
      from sides),
    stated as (
      select *, case
        when difference_fen = 0 and coalesce(file_difference_fen, 0) = 0 then 'matched'
        when ${isAccepted('funds', 'difference_fen')} and ${isAccepted('file', 'file_difference_fen')} then 'accepted'
        when books_fen is null then 'order_missing'
        when flows_fen is null and books_fen <> 0 then 'flow_missing'
        else 'differs' end as state
      from differing),
    judged as (
      select *, case state
        when 'flow_missing' then ${daysTo(funds, 'settled_at')}
        when 'order_missing' then ${daysTo(orders, 'coalesce(booked_at, filed_at)')} end as age_days
      from stated)`;
}

/** A side without a difference needs nobody's word. */
function isAccepted(kind: 'funds' | 'file', difference: 'difference_fen' | 'file_difference_fen'): Sql {
  const column = { text: `differing.${difference}`, values: [] };
  return sql`(coalesce(${column}, 0) = 0 or exists (select 1 from accepted_difference a
    where a.kind = ${kind} and a.order_id = differing.key and a.difference_fen = ${column} and a.withdrawn_at is null))`;
}

/** Full days from an instant to the end of what was read; never negative. */
function daysTo(known: Unix | null, instant: string): Sql {
  if (known === null) return sql`null`;
  const at = { text: instant, values: [] };
  return sql`max(0, (cast(${known} as integer) - ${at}) / ${{ text: String(DAY_SECONDS), values: [] }})`;
}
