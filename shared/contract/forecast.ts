import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Day, Period, Unix } from '../time.ts';
import { route } from './route.ts';

/** One month of payment (UTC+8): what its orders were estimated at, and what became of them. */
export interface TrackMonth {
  period: Period;
  /** Paid rows, and those that were read before they were settled or cancelled: only these were ever estimated. */
  rows: number;
  estimated_rows: number;
  /** Net service fee of the first paid state of each of them. */
  estimated_fen: Fen;
  settled_rows: number;
  settled_fen: Fen;
  cancelled_rows: number;
  /** What the cancelled ones were estimated at. */
  cancelled_estimate_fen: Fen;
  /** Those still to settle, as they stand. */
  waiting_rows: number;
  waiting_fen: Fen;
  /** Settled rows that had an estimate, and how much more (or less) than it they settled with. */
  compared_rows: number;
  variance_fen: Fen;
}

export interface Tracks {
  /** Oldest first; months without paid rows are there too. */
  months: TrackMonth[];
  /** Commission states of paid rows that are neither settled nor cancelled; null: rows without one. */
  waiting_statuses: (number | null)[];
}

/** Rows from which the delays were learned: fewer than this, and the forecast is a guess. */
export const LEARNED_ENOUGH = 50;

/** A calendar week (Monday to Sunday, UTC+8); the first one begins with the day of the forecast. */
export interface ForecastWeek {
  from_day: Day;
  to_day: Day;
  /** What is settled in the week: between low and high, most likely near expected. */
  low_fen: Fen;
  expected_fen: Fen;
  high_fen: Fen;
  /** Waiting rows for which half of the chance of settling has passed by this week, by their days of payment. */
  rows: number;
  paid_from: Day | null;
  paid_to: Day | null;
}

export interface Forecast {
  /** Platform time up to which the orders are known; null before anything was read. */
  from: Unix | null;
  /** Settled rows of the last half year the delays were learned from (of all time, when those are too few). */
  learned_rows: number;
  /** Months of payment whose pace makes up the band; fewer than two give chance alone. */
  learned_months: number;
  /** Days from payment to settlement; null when nothing was ever settled. */
  median_days: number | null;
  p90_days: number | null;
  /** Paid and neither settled nor cancelled. */
  waiting_rows: number;
  waiting_fen: Fen;
  /** Their commission states; null: rows without one. */
  waiting_statuses: (number | null)[];
  weeks: ForecastWeek[];
  /** Waiting longer than 99 % of the settled ones did, with the last day of payment; not in the weeks. */
  overdue_rows: number;
  overdue_fen: Fen;
  overdue_paid_to: Day | null;
  /** Share of paid orders that end cancelled. */
  cancelled_ppm: Ppm | null;
}

export const forecastRoutes = {
  /** The last so many months of payment, up to the one in which orders are known. */
  'forecast.tracks': route<Tracks>()(z.object({ months: z.number().int().min(1).max(36).default(12) })),
  /** Cash by the week in which it is expected to be settled. */
  'forecast.cash': route<Forecast>()(z.object({})),
};
