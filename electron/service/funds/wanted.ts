import { COMMISSION_STATUS } from '../../../shared/status.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import { nothing, type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { COUNTED_FILE, countedRows, filesCount } from './file-amount.ts';
import { BOOKED_AT, IS_COMMISSION } from './flow-kind.ts';

const SETTLED: Sql = { text: `o.commission_status = ${COMMISSION_STATUS.settled}`, values: [] };

/** What the books say of one order in full: `wanted(order_id, books_fen, settled_at)` is made of rows like these. */
const BOOKS: Sql = {
  text: `(select sum(coalesce(o.service_amount_fen, 0)) from commission_order o
      where o.order_id = w.order_id and ${SETTLED.text}),
    (select max(o.settled_at) from commission_order o where o.order_id = w.order_id and ${SETTLED.text})`,
  values: [],
};

/** The orders that are asked for by their ids. */
export function wantedOrders(orderIds: readonly string[]): Sql {
  return sql`wanted(order_id, books_fen, settled_at) as materialized (
    select w.order_id, ${BOOKS} from (select value as order_id from json_each(${JSON.stringify(orderIds)})) w)`;
}

/**
 * The orders of a month. `settled_here` are those with a row settled in it; one that was settled again later belongs
 * there. Flows and rows of files bring the orders of which nothing is settled, by the latest of them.
 */
export function wantedInMonth(reader: StoreReader, period: Period, { from, to }: { from: Unix; to: Unix }): Sql {
  const nothingSettled = sql`not exists (select 1 from commission_order o
    where o.order_id = w.order_id and ${SETTLED} and o.settled_at is not null)`;
  const noFlow = sql`not exists (select 1 from funds_flow f where f.order_id = w.order_id and ${IS_COMMISSION})`;
  const files = filesCount(reader);
  const filedHere = sql`filed_here as materialized (
      select distinct r.order_id from import_row r ${COUNTED_FILE}
      where r.period = ${period} and r.amount_fen is not null and r.order_id is not null
        and r.order_id not in (select order_id from settled_here)
        and r.order_id not in (select order_id from booked_here)),`;
  const filed = sql`union all
      select w.order_id, ${BOOKS}
      from (${countedRows({ text: 'filed_here', values: [] })}) w
      where ${nothingSettled} and ${noFlow} group by w.order_id having max(w.period) = ${period}`;
  return sql`
    settled_here as materialized (
      select o.order_id, sum(coalesce(o.service_amount_fen, 0)) as fen, max(o.settled_at) as at,
        max(o.shared_order) as shared
      from commission_order o indexed by commission_order_settled_fee
      where ${SETTLED} and o.settled_at >= ${from} and o.settled_at < ${to} group by o.order_id),
    booked_here as materialized (
      select f.order_id from ${bookedIn({ from, to })} f
      where ${IS_COMMISSION} and f.order_id is not null and f.order_id not in (select order_id from settled_here)
      group by f.order_id),
    ${files ? filedHere : nothing}
    wanted(order_id, books_fen, settled_at) as materialized (
      select order_id, fen, at from settled_here where shared = 0
      union all
      select o.order_id, sum(coalesce(o.service_amount_fen, 0)), max(o.settled_at)
      from settled_here h cross join commission_order o on o.order_id = h.order_id and ${SETTLED}
      where h.shared = 1 group by o.order_id having max(o.settled_at) < ${to}
      union all
      select w.order_id, ${BOOKS} from booked_here w
      where ${nothingSettled} and (select max(${BOOKED_AT}) from funds_flow f
        where f.order_id = w.order_id and ${IS_COMMISSION}) < ${to}
      ${files ? filed : nothing})`;
}

/** The rows of `funds_flow` booked in a range; those without a readable booking time by when they were first seen. */
export function bookedIn({ from, to }: { from: Unix; to: Unix }): Sql {
  return sql`(select ${FLOW} from funds_flow indexed by funds_flow_booked where booked_at >= ${from} and booked_at < ${to}
    union all
    select ${FLOW} from funds_flow indexed by funds_flow_booked
    where booked_at is null and first_seen_at >= ${from} and first_seen_at < ${to})`;
}

const FLOW: Sql = { text: 'flow_id, booked_at, first_seen_at, funds_type, amount_fen, order_id', values: [] };
