import type { ReviewState } from '../../../shared/contract/order.ts';
import { orderSums, SUMMED_COLUMNS, type SummedRow } from '../order/sums.ts';
import { nothing, type Sql, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** Rows taken in at once; what they change in the sums is written together. */
const CHUNK = 2_000;

/**
 * Shows the decisions of a batch on the rows themselves: commission_order keeps a copy of the state, so that a million
 * rows can be counted by it. Call it behind what writes order_review; `among` narrows the entries: `and …`.
 */
export function showStates(store: Store, batchId: number, among: Sql = nothing): void {
  const sums = orderSums(store);
  const update = store.prepare('update commission_order set review_state = ? where id = ?');
  const columns: Sql = { text: SUMMED_COLUMNS.map((column) => `o.${column}`).join(', '), values: [] };
  for (;;) {
    // Rows that show their state already are passed over: the next chunk begins where this one ended.
    const rows = store.all<SummedRow & { id: number; next: ReviewState }>(
      sql`select o.id, coalesce(r.state, 'open') as next, ${columns}
        from (select order_id, sku_id from review_entry where batch_id = ${batchId} ${among}) e
          cross join commission_order o on o.order_id = e.order_id and o.sku_id = e.sku_id
          left join order_review r on r.order_id = o.order_id and r.sku_id = o.sku_id
        where o.review_state <> coalesce(r.state, 'open') limit ${CHUNK}`,
    );
    for (const { id, next, ...row } of rows) {
      update.run(next, id);
      sums.take(row);
      sums.add({ ...row, review_state: next });
    }
    if (rows.length < CHUNK) break;
  }
  sums.flush();
}
