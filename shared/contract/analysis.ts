import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Day, Unix } from '../time.ts';
import { asOf, orderFilter } from './order-filter.ts';
import { route } from './route.ts';

/** What rows are grouped by. Days, weeks (from Monday) and months are those of the filter's axis, UTC+8. */
export const DIMENSIONS = [
  'channel',
  'source',
  'shop_appid',
  'product_id',
  'promoter_appid',
  'talent_key',
  'plan_type',
  'role',
  'order_status',
  'commission_status',
  'day',
  'week',
  'month',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Measures {
  rows: number;
  orders: number;
  actual_payment_fen: Fen;
  service_total_fen: Fen;
  platform_amount_fen: Fen;
  service_amount_fen: Fen;
  promoter_amount_fen: Fen;
  owed_fen: Fen;
  net_fen: Fen;
  difference_fen: Fen;
}

/** A value of a dimension. Times are the first day, such as 2026-11-02; null: rows without one. */
export interface Member {
  value: string | number | null;
  label: string | null;
}

/** At most so many rows and columns are shown; what lies beyond is in the totals, and its number stated. */
export const PIVOT_ROWS = 500;
export const PIVOT_COLUMNS = 60;

export interface Pivot {
  rows: (Member & { total: Measures })[];
  columns: (Member & { total: Measures })[];
  /** By place in `rows` and `columns`; absent where there are no orders. */
  cells: { row: number; column: number; measures: Measures }[];
  total: Measures;
  hidden_rows: number;
  hidden_columns: number;
}

/** At most so many spans of a trend, the newest; what lies before is stated. */
export const TREND_SPANS = 1500;

export interface Trend {
  /** First days, without gaps from the first to the last that has rows. */
  spans: Day[];
  channels: { channel: string; points: Measures[] }[];
  /** Distinct orders by span: one that came through two channels is in both of them, and counts once here. */
  orders: number[];
  /** Rows before the first span shown, and rows without a time on the axis. */
  earlier_rows: number;
  undated_rows: number;
}

/** A histogram: how many rows lie in [from, to) of the unit; `to` null is open. */
export interface Distribution {
  unit: 'hours' | 'days';
  bars: { from: number; to: number | null; rows: number; service_amount_fen: Fen }[];
  rows: number;
  /** Of the rows' values, in the unit; null without rows. */
  median: number | null;
  p90: number | null;
  p99: number | null;
}

export interface Delays {
  known: Distribution;
  settled: Distribution;
  /** Where the first sync is left out: `known` has what was created from this day on, the first one after it. */
  known_from: Day | null;
}

export interface RefundAgeing {
  /** By days from payment to the refund's update time; `settled_rows` were settled all the same. */
  bars: { from_days: number; to_days: number | null; rows: number; refunded_fen: Fen; settled_rows: number }[];
  /** All refunds of the filter, also those whose times are not known. */
  rows: number;
  refunded_fen: Fen;
  /** Of them those first read after the refund: what was refunded is no longer stated and counts as nothing. */
  unknown_rows: number;
  /** Refunds whose commission is neither settled nor cancelled, by days since the refund. */
  open: { from_days: number; to_days: number | null; rows: number; service_amount_fen: Fen }[];
  /** Their commission states. */
  open_statuses: (number | null)[];
  /** What the ages are counted to: the moment asked for, or up to which orders are known. */
  now: Unix;
}

/** Of a cohort with more promoters the ids are not given: no filter could name them. */
export const COHORT_IDS = 500;

export interface Cohorts {
  /** Promoters by the month of their first order of the filter, on its axis; `months[n]`: n months later. */
  cohorts: {
    month: string;
    promoters: number;
    promoter_appids: string[] | null;
    months: { active: number; rows: number; service_amount_fen: Fen }[];
  }[];
}

/** What has names, and so can be searched for. */
export const NAMED_DIMENSIONS = [
  'shop_appid',
  'product_id',
  'promoter_appid',
  'talent_key',
] as const satisfies readonly Dimension[];
export type NamedDimension = (typeof NAMED_DIMENSIONS)[number];

/** A search gives so many members at most. */
export const MEMBERS_FOUND = 50;

const asked = { filter: orderFilter, as_of: asOf.optional() };

export const analysisRoutes = {
  'analysis.pivot': route<Pivot>()(
    z.object({
      ...asked,
      rows: z.enum(DIMENSIONS),
      columns: z.enum(DIMENSIONS).nullable().default(null),
      /** What the greatest rows are the greatest by. */
      by: z.enum(['rows', 'actual_payment_fen', 'service_amount_fen', 'net_fen']).default('service_amount_fen'),
    }),
  ),
  'analysis.trend': route<Trend>()(z.object({ ...asked, step: z.enum(['day', 'week', 'month']).default('day') })),
  /**
   * From creation to our first reading (hours), and from payment to settlement (days). The first sync reads months of
   * history at once, which says nothing of how late orders come: `without_first_sync` leaves it out of the former.
   */
  'analysis.delays': route<Delays>()(z.object({ ...asked, without_first_sync: z.boolean().optional() })),
  'analysis.refunds': route<RefundAgeing>()(z.object(asked)),
  'analysis.cohorts': route<Cohorts>()(z.object(asked)),
  /**
   * Who has commission orders and every word of the text in a name it ever had there, or in its id. Best match first.
   */
  'analysis.members': route<{ members: Member[] }>()(
    z.object({
      dimension: z.enum(NAMED_DIMENSIONS),
      text: z.string().trim().min(1).max(200),
      as_of: asOf.optional(),
    }),
  ),
};
