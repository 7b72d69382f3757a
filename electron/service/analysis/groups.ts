import type { Dimension, Measures } from '../../../shared/contract/analysis.ts';
import type { OrderFilter } from '../../../shared/contract/order.ts';
import { MoneyRangeError } from '../../../shared/money.ts';
import { orderConditions } from '../order/filter.ts';
import { ROW_MEASURES } from '../order/sums.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { groupKey } from './dimension.ts';
import { MEASURES } from './measures.ts';

/** A member as SQL gives it: for times what `spanDay` reads. */
export type Key = string | number | null;

/** Sums of the rows of one pair of members. `orders` counts only orders of a single commission order. */
export interface Group extends Measures {
  a: Key;
  b: Key;
}

/** An order of several commission orders, with one of the pairs its rows belong to. */
export interface SharedOrder {
  order_id: string;
  a: Key;
  b: Key;
}

const SUMS: Sql = {
  text: MEASURES.map((measure) =>
    measure === 'orders'
      ? `${ROW_MEASURES.rows} - ${ROW_MEASURES.shared_rows} as orders`
      : `${ROW_MEASURES[measure]} as ${measure}`,
  ).join(', '),
  values: [],
};

const NONE: Sql = { text: 'null', values: [] };

/**
 * Everything a table of two dimensions needs, in one pass over the rows: the sums by pair, ordered by `a` and then `b`,
 * so that nobody has to hold them all. The place where sums kept beside the rows could answer instead.
 */
export function* sumGroups(
  reader: StoreReader,
  filter: OrderFilter,
  a: Dimension,
  b: Dimension | null,
): Generator<Group> {
  const groups = reader.each<Group>(sql`select ${groupKey(a, filter.axis)} as a,
      ${b === null ? NONE : groupKey(b, filter.axis)} as b, ${SUMS}
    from commission_order ${where(orderConditions(filter))} group by 1, 2 order by 1, 2`);
  for (const group of groups) {
    for (const measure of MEASURES)
      if (!Number.isSafeInteger(group[measure])) throw new MoneyRangeError(`${measure} ${group[measure]}`);
    yield group;
  }
}

/** The orders that `sumGroups` leaves uncounted, each with every pair it has rows in, one order after the other. */
export function sharedOrders(
  reader: StoreReader,
  filter: OrderFilter,
  a: Dimension,
  b: Dimension | null,
): IterableIterator<SharedOrder> {
  return reader.each<SharedOrder>(sql`select distinct order_id, ${groupKey(a, filter.axis)} as a,
      ${b === null ? NONE : groupKey(b, filter.axis)} as b
    from commission_order ${where([...orderConditions(filter), sql`shared_order = 1`])} order by order_id`);
}
