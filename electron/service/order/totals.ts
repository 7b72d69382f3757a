import type { OrderFilter, OrderTotals } from '../../../shared/contract/order.ts';
import { name, type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { orderConditions } from './filter.ts';
import { sumCells } from './sum-source.ts';
import { ROW_MEASURES, SUM_MEASURES } from './sums.ts';

type Sums = Record<(typeof SUM_MEASURES)[number], number>;

const OVER_CELLS: Sql = {
  text: SUM_MEASURES.map((name) => `coalesce(sum(${name}), 0) as ${name}`).join(', '),
  values: [],
};
/** All rows but those of orders with several commission orders are an order each: few ids are told apart. */
const SHARED_ORDERS = 'count(distinct case when shared_order = 1 then order_id end)';
const OVER_ROWS: Sql = {
  text: [...SUM_MEASURES.map((name) => `${ROW_MEASURES[name]} as ${name}`), `${SHARED_ORDERS} as shared_orders`].join(
    ', ',
  ),
  values: [],
};

/** Sums over all rows of the filter; an absent amount counts as 0. */
export function orderTotals(reader: StoreReader, filter: OrderFilter): OrderTotals {
  const cells = sumCells(reader, filter, null);
  const { shared_rows, shared_orders, ...sums } = cells ? summed(reader, cells, filter) : counted(reader, filter);
  return {
    ...sums,
    orders: sums.rows - shared_rows + shared_orders,
    deriving: reader.value(sql`select 1 from derive_task limit 1`) !== undefined,
  };
}

function counted(reader: StoreReader, filter: OrderFilter): Sums & { shared_orders: number } {
  return reader.get(sql`select ${OVER_ROWS} from commission_order ${where(orderConditions(filter))}`)!;
}

function summed(reader: StoreReader, cells: Sql, filter: OrderFilter): Sums & { shared_orders: number } {
  const sums = reader.get<Sums>(sql`select ${OVER_CELLS} from (${cells})`)!;
  return { ...sums, shared_orders: sums.shared_rows === 0 ? 0 : sharedOrders(reader, filter) };
}

/** How many orders the shared rows belong to. What the sums can answer, the indexes of these rows hold whole. */
function sharedOrders(reader: StoreReader, filter: OrderFilter): number {
  return reader.value<number>(
    sql`select count(distinct order_id) from commission_order indexed by ${name(sharedIndex(filter))}
      ${where([...orderConditions(filter), sql`shared_order = 1`])}`,
  )!;
}

/** The one with the fewest entries for the filter. */
function sharedIndex({ has_difference, commission_status }: OrderFilter): string {
  if (has_difference) return 'commission_order_shared_difference';
  return commission_status?.length ? 'commission_order_shared_status' : 'commission_order_shared';
}
