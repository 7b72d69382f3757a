import type { Store } from '../store/store.ts';
import { type OrderSums, SUMMED_COLUMNS, type SummedRow } from './sums.ts';

/** Marks the rows of an order as belonging together when another one comes. */
export type SharedOrders = (others: readonly { id: number; shared_order: number }[], sums: OrderSums) => void;

export function sharedOrders(store: Store): SharedOrders {
  const read = store.prepare(`select ${SUMMED_COLUMNS.join(', ')} from commission_order where id = ?`);
  const mark = store.prepare('update commission_order set shared_order = 1 where id = ?');
  return (others, sums) => {
    for (const { id, shared_order } of others) {
      if (shared_order) continue;
      const row = read.get(id) as SummedRow;
      mark.run(id);
      sums.take(row);
      sums.add({ ...row, shared_order: 1 });
    }
  };
}
