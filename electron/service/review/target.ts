import { DeskError } from '../../../shared/contract/result.ts';
import type { ReviewTarget } from '../../../shared/contract/review.ts';
import { orderConditions } from '../order/filter.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** The commission orders of a target as a table expression with all columns of `commission_order`. */
export function rowsOf(target: ReviewTarget): Sql {
  if ('filter' in target) return sql`(select * from commission_order ${where(orderConditions(target.filter))})`;
  return sql`(select * from commission_order where (order_id, sku_id) in
    (select value ->> 0, value ->> 1 from json_each(${keyText(target.keys)})))`;
}

/** How many rows it is. Throws `order.unknown` naming the first key that is not in the books. */
export function countTarget(reader: StoreReader, target: ReviewTarget): number {
  const rows = reader.value<number>(sql`select count(*) from ${rowsOf(target)}`) ?? 0;
  if ('filter' in target || rows === target.keys.length) return rows;
  const unknown = reader.get<{ order_id: string; sku_id: string }>(sql`select value ->> 0 as order_id,
      value ->> 1 as sku_id
    from json_each(${keyText(target.keys)}) k
    where not exists (select 1 from commission_order where order_id = k.value ->> 0 and sku_id = k.value ->> 1)
    limit 1`);
  // The same key given twice is no reason to refuse.
  if (unknown) throw new DeskError('order.unknown', { ...unknown });
  return rows;
}

function keyText(keys: readonly { order_id: string; sku_id: string }[]): string {
  return JSON.stringify(keys.map(({ order_id, sku_id }) => [order_id, sku_id]));
}
