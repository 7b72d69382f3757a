import type { OrderFacets, OrderFilter, OrderTotals } from '../../../shared/contract/order.ts';
import { name, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { orderConditions } from './filter.ts';

/** Sums over all rows of the filter; an absent amount counts as 0. */
export function orderTotals(reader: StoreReader, filter: OrderFilter): OrderTotals {
  return reader.get<OrderTotals>(sql`select
      count(*) as rows,
      count(distinct order_id) as orders,
      count(paid_at) as paid_rows,
      coalesce(sum(actual_payment_fen), 0) as actual_payment_fen,
      coalesce(sum(coalesce(service_total_fen, service_amount_fen)), 0) as service_total_fen,
      coalesce(sum(platform_amount_fen), 0) as platform_amount_fen,
      coalesce(sum(service_amount_fen), 0) as service_amount_fen,
      coalesce(sum(promoter_amount_fen), 0) as promoter_amount_fen
    from commission_order ${where(orderConditions(filter))}`)!;
}

/** How many rows each value has, each facet counted without its own condition so that the others stay in view. */
export function orderFacets(reader: StoreReader, filter: OrderFilter): OrderFacets {
  const facet = <Value>(column: 'channel' | 'order_status' | 'commission_status') => {
    const { [column]: _own, ...others } = filter;
    return reader.all<{ value: Value; rows: number }>(
      sql`select ${name(column)} as value, count(*) as rows from commission_order
        ${where(orderConditions(others))} group by ${name(column)} order by rows desc`,
    );
  };
  return {
    channel: facet<OrderFacets['channel'][number]['value']>('channel'),
    order_status: facet<number | null>('order_status'),
    commission_status: facet<number | null>('commission_status'),
  };
}
