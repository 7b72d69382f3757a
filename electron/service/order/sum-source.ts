import { type OrderFilter, REVIEW_STATES } from '../../../shared/contract/order.ts';
import type { Unix } from '../../../shared/time.ts';
import { type Bindable, isIn, join, name, type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { AXIS_COLUMN, instantsOf } from './filter.ts';
import { monthStart, nextMonth } from './spans.ts';
import { NO_STATUS, REVIEW_FLAG, SUM_AXIS, SUM_DIM, SUM_FLAG, SUM_GRAIN, type SumDim, summedDims } from './sums.ts';

/** Conditions every cell of the sums can tell. */
const TOLD = new Set<keyof OrderFilter>([
  'channel',
  'order_status',
  'commission_status',
  'has_difference',
  'has_refund',
  'self_purchase',
  'review_state',
  'axis',
  'from',
  'to',
]);

/**
 * The cells of order_sum that make up exactly the rows of the filter, as a select to put in parentheses: all of them, or
 * by the values of one dimension. Null when the sums cannot answer the filter: rows must then be read.
 */
export function sumCells(reader: StoreReader, filter: OrderFilter, by: SumDim | null): Sql | null {
  // Sums know the present only.
  if (reader.asOf !== undefined) return null;
  const dim = dimensionOf(filter, by);
  if (dim === undefined) return null;
  const pieces = piecesOf(reader, filter, dim);
  if (pieces === null) return null;
  const told = [...toldConditions(filter), ...(dim === null ? [] : valueConditions(dim, filter))];
  const number = dim === null ? SUM_DIM.all : SUM_DIM[dim];
  const selects = pieces.map(
    ({ axis, grain, from, to }) =>
      sql`select * from order_sum where ${join(
        [
          sql`axis = ${axis} and grain = ${grain} and dim = ${number}`,
          ...(from === null ? [] : [sql`span >= ${from}`]),
          ...(to === null ? [] : [sql`span < ${to}`]),
          ...(dim === null ? [sql`value = ''`] : []),
          ...told,
        ],
        ' and ',
      )}`,
  );
  return join(selects, ' union all ');
}

/** The one dimension beside what every cell tells; null for none, undefined for several. */
function dimensionOf(filter: OrderFilter, by: SumDim | null): SumDim | null | undefined {
  let dim = by;
  for (const [word, value] of Object.entries(filter) as [keyof OrderFilter, unknown][]) {
    if (value === undefined || TOLD.has(word) || (Array.isArray(value) && value.length === 0) || value === '') continue;
    if (!(word in SUM_DIM)) return undefined;
    if (dim !== null && dim !== word) return undefined;
    dim = word as SumDim;
  }
  return dim;
}

interface Piece {
  axis: number;
  grain: number;
  from: Unix | null;
  to: Unix | null;
}

/** Whole months, and days at the edges where days are summed. Null when the range does not fit. */
function piecesOf(reader: StoreReader, filter: OrderFilter, dim: SumDim | null): Piece[] | null {
  const { min, max } = instantsOf(filter);
  if (min === undefined && max === undefined) {
    const months = { axis: SUM_AXIS.created, grain: SUM_GRAIN.month, from: null, to: null };
    return [{ ...months, grain: SUM_GRAIN.never }, months];
  }
  const axis = SUM_AXIS[filter.axis];
  const end = max === undefined ? null : max + 1;
  const whole = { axis, grain: SUM_GRAIN.month };
  if (dim !== null) {
    if (!summedDims(axis).includes(dim)) return null;
    const begins = min === undefined || monthStart(min) === min;
    const ends = end === null || monthStart(end) === end || isBeyond(reader, filter, end);
    return begins && ends ? [{ ...whole, from: min ?? null, to: end }] : null;
  }
  const days = { axis, grain: SUM_GRAIN.day };
  const first = min === undefined ? null : monthStart(min) === min ? min : nextMonth(monthStart(min));
  const last = end === null ? null : monthStart(end);
  if (first !== null && last !== null && first >= last) return [{ ...days, from: min!, to: end }];
  return [
    ...(min !== undefined && min !== first ? [{ ...days, from: min, to: first }] : []),
    { ...whole, from: first, to: last },
    ...(end !== null && end !== last ? [{ ...days, from: last, to: end }] : []),
  ];
}

/** Whether no row lies at or behind the instant: the month it cuts is whole for all that is there. */
function isBeyond(reader: StoreReader, { axis }: OrderFilter, end: Unix): boolean {
  const last = reader.value<number | null>(sql`select max(${name(AXIS_COLUMN[axis])}) from commission_order`) ?? null;
  return last === null || last < end;
}

function toldConditions(filter: OrderFilter): Sql[] {
  const conditions: Sql[] = [];
  if (filter.channel?.length) conditions.push(isIn('channel', filter.channel));
  for (const status of ['order_status', 'commission_status'] as const) {
    const values = filter[status];
    if (values?.length)
      conditions.push(
        isIn(
          status,
          values.map((value) => value ?? NO_STATUS),
        ),
      );
  }
  const flag = (wanted: boolean | undefined, bit: number) => {
    if (wanted !== undefined) conditions.push(wanted ? sql`flags & ${bit} <> 0` : sql`flags & ${bit} = 0`);
  };
  flag(filter.has_difference, SUM_FLAG.differs);
  flag(filter.has_refund, SUM_FLAG.refunded);
  flag(filter.self_purchase, SUM_FLAG.self_purchase);
  if (filter.review_state?.length) {
    const places = filter.review_state.map((state) => sql`${REVIEW_STATES.indexOf(state)}`);
    conditions.push(sql`flags / ${{ text: String(REVIEW_FLAG), values: [] }} in (${join(places, ', ')})`);
  }
  return conditions;
}

function valueConditions(dim: SumDim, filter: OrderFilter): Sql[] {
  const values: readonly Bindable[] | undefined = filter[dim];
  return values?.length
    ? [
        isIn(
          'value',
          values.map((value) => (value === null ? '' : String(value))),
        ),
      ]
    : [];
}
