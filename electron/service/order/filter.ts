import type { Axis, OrderFilter } from '../../../shared/contract/order.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { addDays, startOfDay } from '../../../shared/time.ts';
import { join, type Sql, sql } from '../store/sql.ts';
import { between, type Condition, oneOf, oneOfRare, plain } from './condition.ts';
import { delayConditions } from './delays.ts';
import { wordCondition, wordsOf } from './text.ts';

export const AXIS_COLUMN = {
  created: 'created_at',
  paid: 'paid_at',
  updated: 'updated_at',
  settled: 'settled_at',
  known: 'first_seen_at',
} as const satisfies Record<Axis, string>;

/** The filter as conditions on commission_order. Throws `input.invalid` for a day that does not exist. */
export function orderConditions(filter: OrderFilter): Sql[] {
  return [
    ...conditionsOf(filter).map((condition) => condition.sql),
    ...wordsOf(filter.text).map((word) => wordCondition(word)),
  ];
}

/** The same but the words of free text, each with what a plan of reading wants to know of it. */
export function conditionsOf(filter: OrderFilter): Condition[] {
  return [
    ...oneOfRare('channel', 'channel', filter.channel, RARE_CHANNELS),
    ...oneOf('source', 'source', filter.source),
    ...oneOf('order_status', 'order_status', filter.order_status),
    ...oneOf('commission_status', 'commission_status', filter.commission_status),
    ...oneOf('shop_appid', 'shop_appid', filter.shop_appid),
    ...oneOf('product_id', 'product_id', filter.product_id),
    ...oneOf('plan_type', 'plan_type', filter.plan_type),
    ...oneOf('promoter_appid', 'promoter_appid', filter.promoter_appid),
    ...oneOf('talent_key', 'talent_key', filter.talent_key),
    ...oneOf('role', 'role', filter.role),
    ...oneOfRare('review_state', 'review_state', filter.review_state, DECIDED),
    ...between('payment_min', 'actual_payment_fen', filter.payment_min, filter.payment_max),
    ...between('service_min', 'service_amount_fen', filter.service_min, filter.service_max),
    ...between('ratio_min', 'service_ratio_ppm', filter.ratio_min, filter.ratio_max),
    ...staffConditions(filter),
    ...markConditions(filter),
    ...idConditions(filter),
    ...delayConditions(filter, AXIS_COLUMN[filter.axis]),
    ...dayRange(filter),
  ];
}

/** In the words of the partial indexes. */
const RARE_CHANNELS = { common: ['promoter', 'talent'], among: "channel not in ('promoter', 'talent')" };
const DECIDED = { common: ['open'], among: "review_state <> 'open'" };

/** First second of `from` and the last of `to`, UTC+8. */
export function instantsOf({ from, to }: Pick<OrderFilter, 'from' | 'to'>): { min?: number; max?: number } {
  const min = from === undefined ? undefined : startOf(from);
  const max = to === undefined ? undefined : startOf(addDays(checked(to), 1)) - 1;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function dayRange(filter: OrderFilter): Condition[] {
  const { min, max } = instantsOf(filter);
  return between('from', AXIS_COLUMN[filter.axis], min, max);
}

/** Tags and notes stand in tables of their own, by the order's own key. */
function staffConditions({ tag, has_note }: OrderFilter): Condition[] {
  const conditions: Condition[] = [];
  if (tag?.length) {
    const list = join(
      tag.map((one) => sql`${one}`),
      ', ',
    );
    conditions.push({
      of: 'tag',
      values: tag,
      sql: sql`(order_id, sku_id) in (select order_id, sku_id from order_tag where tag in (${list}))`,
      // Row by row, so that a walk of a few rows need not read all of them first.
      held: sql`exists (select 1 from order_tag t where t.order_id = commission_order.order_id
        and t.sku_id = commission_order.sku_id and t.tag in (${list}))`,
    });
  }
  if (has_note !== undefined) {
    const noted = sql`exists (select 1 from order_note n where n.order_id = commission_order.order_id
      and n.sku_id = commission_order.sku_id and n.removed_at is null)`;
    conditions.push(
      has_note
        ? {
            of: 'has_note',
            sql: sql`(order_id, sku_id) in (select order_id, sku_id from order_note where removed_at is null)`,
            held: noted,
          }
        : // A row-value `not in` would walk all notes for each row.
          plain('has_note', sql`not ${noted}`),
    );
  }
  return conditions;
}

/** Written out, not bound: partial indexes hold just these rows. */
const MARKS = {
  has_difference: {
    yes: 'difference_fen is not null and difference_fen <> 0',
    no: '(difference_fen is null or difference_fen = 0)',
  },
  has_refund: { yes: 'refunded = 1', no: 'refunded = 0' },
  self_purchase: { yes: 'self_purchase = 1', no: 'self_purchase = 0' },
} as const;

function markConditions(filter: OrderFilter): Condition[] {
  return (['has_difference', 'has_refund', 'self_purchase'] as const).flatMap((mark) => {
    const wanted = filter[mark];
    if (wanted === undefined) return [];
    const text = MARKS[mark][wanted ? 'yes' : 'no'];
    const held = text.replace(/\b(difference_fen|refunded|self_purchase)\b/g, '+$1');
    return [{ of: mark, values: [wanted ? 1 : 0], sql: { text, values: [] }, held: { text: held, values: [] } }];
  });
}

function idConditions({ order_id, order_ids }: OrderFilter): Condition[] {
  const conditions: Condition[] = [];
  if (order_id) conditions.push(plain('order_id', orderIdCondition(order_id)));
  if (order_ids?.length)
    conditions.push(plain('order_ids', sql`order_id in (select value from json_each(${JSON.stringify(order_ids)}))`));
  return conditions;
}

function orderIdCondition(text: string): Sql {
  // The index serves the beginning; U+FFFF sorts behind everything that can follow it.
  const beginning = sql`order_id >= ${text} and order_id < ${`${text}\uffff`}`;
  const tail = [...text].reverse().join('');
  const near = tail.slice(0, 8);
  const ending = sql`order_tail >= ${near} and order_tail < ${`${near}\uffff`} and substr(order_id, -${[...text].length}) = ${text}`;
  return sql`((${beginning}) or (${ending}))`;
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
