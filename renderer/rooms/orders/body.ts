import type { OrderFilter, OrderSort } from '../../../shared/contract/order.ts';
import type { Unix } from '../../../shared/time.ts';

/** What the table, the review queue and the analysis of the room share: one question, asked in three ways. */
export interface OrdersBodyProps {
  filter: OrderFilter;
  sort: OrderSort;
  /** A past moment the whole page is set to; null is now. */
  asOf: Unix | null;
  setFilter: (filter: OrderFilter) => void;
  setSort: (sort: OrderSort) => void;
}
