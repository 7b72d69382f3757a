import type { OrderFilter } from '../../../shared/contract/order.ts';
import { type Sql, sql } from '../store/sql.ts';
import { type Condition, plain } from './condition.ts';

/** Seconds between two times of a row; null where either is absent, so that no bound holds. */
const DELAYS = {
  known_delay: 'first_seen_at - created_at',
  settle_delay: 'settled_at - paid_at',
  refund_delay: 'refunded_at - paid_at',
} as const;

/** What leads from a bar of the analysis to exactly its rows. `axis` is the column of the filter's axis. */
export function delayConditions(filter: OrderFilter, axis: string): Condition[] {
  const conditions: Condition[] = [];
  const within = (of: keyof OrderFilter, text: string, min: number | undefined, max: number | undefined) => {
    const value: Sql = { text, values: [] };
    if (min !== undefined) conditions.push(plain(of, sql`${value} >= ${min}`));
    if (max !== undefined) conditions.push(plain(of, sql`${value} <= ${max}`));
  };
  within('known_delay_min', DELAYS.known_delay, filter.known_delay_min, filter.known_delay_max);
  within('settle_delay_min', DELAYS.settle_delay, filter.settle_delay_min, filter.settle_delay_max);
  within('refund_delay_min', DELAYS.refund_delay, filter.refund_delay_min, filter.refund_delay_max);
  within('refunded_min', 'refunded_at', filter.refunded_min, filter.refunded_max);
  if (filter.undated !== undefined)
    conditions.push(plain('undated', { text: `${axis} is ${filter.undated ? '' : 'not '}null`, values: [] }));
  return conditions;
}
