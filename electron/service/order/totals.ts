import type { OrderFilter, OrderTotals } from '../../../shared/contract/order.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { orderConditions } from './filter.ts';
import { sumCells } from './sum-source.ts';
import { ROW_MEASURES, SUM_MEASURES } from './sums.ts';

type Sums = Record<(typeof SUM_MEASURES)[number], number>;

const OVER_CELLS: Sql = {
  text: SUM_MEASURES.map((name) => `coalesce(sum(${name}), 0) as ${name}`).join(', '),
  values: [],
};
const OVER_ROWS: Sql = { text: SUM_MEASURES.map((name) => `${ROW_MEASURES[name]} as ${name}`).join(', '), values: [] };

/** Sums over all rows of the filter; an absent amount counts as 0. */
export function orderTotals(reader: StoreReader, filter: OrderFilter): OrderTotals {
  const cells = sumCells(reader, filter, null);
  const conditions = orderConditions(filter);
  const { shared_rows, ...sums } = reader.get<Sums>(
    cells
      ? sql`select ${OVER_CELLS} from (${cells})`
      : sql`select ${OVER_ROWS} from commission_order ${where(conditions)}`,
  )!;
  return {
    ...sums,
    orders:
      sums.rows -
      shared_rows +
      (shared_rows === 0 ? 0 : sharedOrderCount(reader, conditions, cells ? sharedIndex(filter) : '')),
    deriving: reader.value(sql`select 1 from derive_task limit 1`) !== undefined,
  };
}

/**
 * How many orders the rows of orders with several commission orders belong to. All other rows are an order each, so
 * that nobody has to tell a million order ids apart.
 */
function sharedOrderCount(reader: StoreReader, conditions: readonly Sql[], indexedBy: string): number {
  return reader.value<number>(
    sql`select count(distinct order_id) from commission_order ${{ text: indexedBy, values: [] }}
      ${where([...conditions, sql`shared_order = 1`])}`,
  )!;
}

/** What the sums can answer, the indexes of these rows hold whole; the one with the fewest of them for the filter. */
function sharedIndex({ has_difference, commission_status }: OrderFilter): string {
  const fewest = has_difference ? '_difference' : commission_status?.length ? '_status' : '';
  return `indexed by commission_order_shared${fewest}`;
}
