import { REVIEW_STATES } from '../../../shared/contract/order.ts';
import { type Bindable, isIn, join, type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { type Condition, oneOf } from './condition.ts';
import { NO_STATUS, REVIEW_FLAG, SUM_AXIS, SUM_DIM, SUM_GRAIN } from './sums.ts';

/**
 * How many rows a condition leaves, roughly. Only the choice of a plan hangs on it, never an answer, so figures some
 * seconds old will do.
 */
export interface RowStats {
  rows: number;
  /** Rows that meet the condition. */
  of(condition: Condition): number;
  /** Rows created at or after the instant. */
  createdSince(instant: number): number;
}

const KEPT_MS = 20_000;
const SAMPLE = 1_000;
const SAMPLED = [
  'source',
  'plan_type',
  'role',
  'actual_payment_fen',
  'service_amount_fen',
  'service_ratio_ppm',
  'paid_at',
  'updated_at',
  'settled_at',
  'first_seen_at',
  'created_at',
] as const;
type Sampled = Record<(typeof SAMPLED)[number], Bindable>;

interface Gathered {
  at: number;
  rows: number;
  months: { span: number; rows: number }[];
  counts: Record<'channel' | 'order_status' | 'commission_status' | 'review_state' | 'flags', Map<Bindable, number>>;
  sample: Sampled[];
  values: Map<string, number>;
}

const kept = new WeakMap<StoreReader, Gathered>();

export function rowStats(reader: StoreReader): RowStats {
  let gathered = kept.get(reader);
  if (!gathered || performance.now() - gathered.at > KEPT_MS) {
    gathered = gather(reader);
    kept.set(reader, gathered);
  }
  const known = gathered;
  return {
    rows: known.rows,
    of: (condition) => estimate(reader, known, condition),
    createdSince: (instant) => known.months.reduce((sum, month) => sum + (month.span >= instant ? month.rows : 0), 0),
  };
}

function gather(reader: StoreReader): Gathered {
  const cells = reader.all<{
    span: number;
    channel: string;
    order_status: number;
    commission_status: number;
    flags: number;
    rows: number;
  }>(sql`select span, channel, order_status, commission_status, flags, rows from order_sum
    where axis = 0 and dim = 0 and value = '' and grain in (1, -1)`);
  const counts: Gathered['counts'] = {
    channel: new Map(),
    order_status: new Map(),
    commission_status: new Map(),
    review_state: new Map(),
    flags: new Map(),
  };
  const months = new Map<number, number>();
  let rows = 0;
  for (const cell of cells) {
    rows += cell.rows;
    months.set(cell.span, (months.get(cell.span) ?? 0) + cell.rows);
    for (const name of ['channel', 'order_status', 'commission_status'] as const)
      counts[name].set(cell[name], (counts[name].get(cell[name]) ?? 0) + cell.rows);
    const state = REVIEW_STATES[Math.floor(cell.flags / REVIEW_FLAG)]!;
    counts.review_state.set(state, (counts.review_state.get(state) ?? 0) + cell.rows);
    for (const flag of [1, 2, 4])
      if (cell.flags & flag) counts.flags.set(flag, (counts.flags.get(flag) ?? 0) + cell.rows);
  }
  return {
    at: performance.now(),
    rows,
    months: [...months].map(([span, count]) => ({ span, rows: count })),
    counts,
    sample: sampleOf(reader),
    values: new Map(),
  };
}

/** Rows spread evenly over the books, by their number. */
function sampleOf(reader: StoreReader): Sampled[] {
  const last = reader.value<number>(sql`select max(id) from commission_order`) ?? 0;
  const step = Math.max(1, last / SAMPLE);
  const ids = Array.from({ length: Math.min(last, SAMPLE) }, (_, index) => Math.floor(index * step) + 1);
  return reader.all<Sampled>(
    sql`select ${{ text: SAMPLED.join(', '), values: [] }} from commission_order
      where id in (select value from json_each(${JSON.stringify(ids)}))`,
  );
}

const FLAG_OF: Partial<Record<Condition['of'], number>> = { has_difference: 1, has_refund: 2, self_purchase: 4 };

function estimate(reader: StoreReader, known: Gathered, condition: Condition): number {
  const { of, column, values, range } = condition;
  const flag = FLAG_OF[of];
  if (flag !== undefined && values) {
    const marked = known.counts.flags.get(flag) ?? 0;
    return values[0] === 1 ? marked : known.rows - marked;
  }
  if (column && values && column in known.counts) {
    const counts = known.counts[column as keyof Gathered['counts']];
    return values.reduce<number>((sum, value) => sum + (counts.get(value ?? NO_STATUS) ?? 0), 0);
  }
  if (column && values && column in BY_INDEX) return valueRows(reader, known, column, values);
  if (column && (values || range) && (SAMPLED as readonly string[]).includes(column)) {
    const name = column as keyof Sampled;
    const hits = known.sample.filter((row) => meets(row[name], values, range)).length;
    // None of a thousand does not mean none.
    return ((hits + 0.5) / (known.sample.length + 1)) * known.rows;
  }
  return staffRows(reader, known, condition) ?? countedRows(reader, condition);
}

function meets(value: Bindable, values: Condition['values'], range: Condition['range']): boolean {
  if (values) return values.includes(value);
  if (typeof value !== 'number' || !range) return false;
  return (range.min === null || value >= range.min) && (range.max === null || value <= range.max);
}

/** Columns of many values, each with an index that counts quickly. */
const BY_INDEX = { shop_appid: true, promoter_appid: true, product_id: true, talent_key: true };

function valueRows(reader: StoreReader, known: Gathered, column: string, values: readonly Bindable[]): number {
  let sum = 0;
  for (const value of values) {
    const key = `${column}\t${value ?? ''}`;
    let rows = known.values.get(key);
    if (rows === undefined) {
      rows = summedRows(reader, known, column, value) ?? indexedRows(reader, column, value);
      known.values.set(key, rows);
    }
    sum += rows;
  }
  return sum;
}

/** By the sums of its months, where the column is summed; the key goes on by month, so each is looked up alone. */
function summedRows(reader: StoreReader, known: Gathered, column: string, value: Bindable): number | null {
  if (column !== 'shop_appid' && column !== 'promoter_appid') return null;
  return reader.value<number>(
    sql`select coalesce(sum(rows), 0) from order_sum where axis = ${SUM_AXIS.created} and grain = ${SUM_GRAIN.month}
      and dim = ${SUM_DIM[column]} and value = ${value ?? ''} and span in (${join(
        known.months.map(({ span }) => sql`${span}`),
        ', ',
      )})`,
  )!;
}

function indexedRows(reader: StoreReader, column: string, value: Bindable): number {
  const wanted = oneOf('shop_appid', column, [value])[0]!.sql;
  const rows = reader.value<number>(
    sql`select count(*) from (select 1 from commission_order where ${wanted} limit ${COUNTED})`,
  )!;
  // As many as there were looked for: rather take it for a large one.
  return rows === COUNTED ? LARGE * rows : rows;
}
const LARGE = 5;

/** Rows with one of the tags, or with a note, by staff's own tables; null for other conditions. */
function staffRows(
  reader: StoreReader,
  known: Gathered,
  { of, values = [], sql: condition }: Condition,
): number | null {
  if (of !== 'tag' && of !== 'has_note') return null;
  if (of === 'has_note' && condition.text.startsWith('not ')) return known.rows;
  const key = JSON.stringify([of, values]);
  let rows = known.values.get(key);
  if (rows === undefined) {
    rows = reader.value<number>(
      of === 'tag'
        ? sql`select count(*) from order_tag where ${isIn('tag', values)}`
        : sql`select count(*) from order_note where removed_at is null`,
    )!;
    known.values.set(key, rows);
  }
  return rows;
}

/** Pasted ids, pieces of ids: counted, as far as it matters. */
function countedRows(reader: StoreReader, { sql: condition }: Condition): number {
  const counted = (text: Sql) => reader.value<number>(sql`select count(*) from (${text})`) ?? 0;
  return counted(sql`select 1 from commission_order where ${condition} limit ${COUNTED}`);
}

/** More than this is as good as many. */
export const COUNTED = 4_000;
