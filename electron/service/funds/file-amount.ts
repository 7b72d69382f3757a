import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** Whether any imported file counts. */
export function filesCount(reader: StoreReader): boolean {
  return reader.value(sql`select 1 from import_file where withdrawn_at is null limit 1`) !== undefined;
}

/** Joins `import_row r` to the files `i` that count: rows first, there are always fewer of an order than files. */
export const COUNTED_FILE: Sql = {
  text: 'cross join import_file i on i.import_id = r.import_id and i.withdrawn_at is null',
  values: [],
};

/**
 * Rows of files that make up what files say of an order, as `r`, of the orders in `among(order_id)`: of commission
 * files the newest one that names the order; where none does, all flows that name it, each as the newest file with that
 * flow has it. Exports of overlapping months so never count twice.
 */
export function countedRows(among: Sql): Sql {
  return sql`select r.import_id, r.row, r.order_id, r.amount_fen, r.at, r.period
    from ${among} w cross join import_row r on r.order_id = w.order_id and r.amount_fen is not null ${COUNTED_FILE}
    where case i.kind
      when 'orders' then not exists (
        select 1 from import_row n cross join import_file j on j.import_id = n.import_id and j.withdrawn_at is null
        where n.order_id = r.order_id and n.amount_fen is not null and n.import_id > r.import_id and j.kind = 'orders')
      else not exists (
          select 1 from import_row n cross join import_file j on j.import_id = n.import_id and j.withdrawn_at is null
          where n.order_id = r.order_id and n.amount_fen is not null and j.kind = 'orders')
        and not exists (
          select 1 from import_row n cross join import_file j on j.import_id = n.import_id and j.withdrawn_at is null
          where n.flow_id = r.flow_id and n.import_id > r.import_id)
      end`;
}

/** `file_amount(order_id, fen, at, period)` of the orders in `wanted`; without any file nothing is looked for. */
export function fileAmount(reader: StoreReader): Sql {
  if (!filesCount(reader))
    return sql`file_amount(order_id, fen, at, period) as (select null, null, null, null where 0)`;
  return sql`file_amount as materialized (
    select order_id, sum(amount_fen) as fen, max(at) as at, max(period) as period
    from (${countedRows({ text: 'wanted', values: [] })}) group by order_id)`;
}
