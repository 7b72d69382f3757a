import type { Axis, OrderFilter } from '../../../shared/contract/order.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { addDays, startOfDay } from '../../../shared/time.ts';
import { isIn, name, type Sql, sql } from '../store/sql.ts';

export const AXIS_COLUMN: Record<Axis, string> = {
  created: 'created_at',
  paid: 'paid_at',
  updated: 'updated_at',
  settled: 'settled_at',
};

/** A full order number has 19 digits; from here on text is read as a beginning only, never as an ending. */
const NEARLY_WHOLE = 16;

/** The filter as conditions on commission_order. Throws `input.invalid` for a day that does not exist. */
export function orderConditions(filter: OrderFilter): Sql[] {
  const conditions: Sql[] = [];
  const oneOf = (column: string, values: readonly (string | number)[] | undefined) => {
    if (values?.length) conditions.push(isIn(column, values));
  };
  oneOf('channel', filter.channel);
  oneOf('order_status', filter.order_status);
  oneOf('commission_status', filter.commission_status);
  oneOf('shop_appid', filter.shop_appid);
  oneOf('promoter_appid', filter.promoter_appid);
  oneOf('product_id', filter.product_id);
  if (filter.order_id) conditions.push(orderIdCondition(filter.order_id));
  const axis = name(AXIS_COLUMN[filter.axis]);
  if (filter.from) conditions.push(sql`${axis} >= ${startOf(filter.from)}`);
  if (filter.to) conditions.push(sql`${axis} < ${startOf(addDays(checked(filter.to), 1))}`);
  return conditions;
}

function orderIdCondition(text: string): Sql {
  // The index serves the beginning; U+FFFF sorts behind everything that can follow it.
  const beginning = sql`order_id >= ${text} and order_id < ${`${text}\uffff`}`;
  if (text.length >= NEARLY_WHOLE) return sql`(${beginning})`;
  return sql`((${beginning}) or substr(order_id, -${text.length}) = ${text})`;
}

function checked(day: string): string {
  startOf(day);
  return day;
}

function startOf(day: string): number {
  const start = startOfDay(day);
  if (start === null) throw new DeskError('input.invalid', { field: 'day', value: day });
  return start;
}
