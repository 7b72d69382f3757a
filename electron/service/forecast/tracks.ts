import type { TrackMonth, Tracks } from '../../../shared/contract/forecast.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { addFen, type Fen } from '../../../shared/money.ts';
import { COMMISSION_STATUS, ORDER_STATUS } from '../../../shared/status.ts';
import { type Period, periodOf, periodRange, previousPeriod, type Unix } from '../../../shared/time.ts';
import { SUM_AXIS, SUM_DIM, SUM_GRAIN } from '../order/sums.ts';
import { holdSnapshot } from '../report/snapshot.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { firstPaidSince, ordersKnownTo, waitingStatuses } from './known.ts';

/**
 * What the orders paid in each of the last months were estimated at when they were first seen paid, beside what became
 * of them. Empty books have no months.
 */
export function tracks(reader: StoreReader, { months: count }: RouteParsed<'forecast.tracks'>): Tracks {
  const release = holdSnapshot(reader);
  try {
    const now = ordersKnownTo(reader);
    if (now === null) return { months: [], waiting_statuses: [] };
    const periods = lastPeriods(periodOf(now), count);
    const months = new Map(periods.map((period) => [period, emptyMonth(period)]));
    const from = periodRange(periods[0]!)!.from;
    for (const sums of presentSums(reader, from)) addPresent(months.get(periodOf(sums.span)), sums);
    for (const one of estimates(reader, from)) addEstimate(months.get(one.period), one);
    return { months: [...months.values()], waiting_statuses: waitingStatuses(reader) };
  } finally {
    release();
  }
}

function lastPeriods(last: Period, count: number): Period[] {
  const periods = [last];
  while (periods.length < count) periods.unshift(previousPeriod(periods[0]!));
  return periods;
}

function emptyMonth(period: Period): TrackMonth {
  return {
    period,
    rows: 0,
    estimated_rows: 0,
    estimated_fen: 0,
    settled_rows: 0,
    settled_fen: 0,
    cancelled_rows: 0,
    cancelled_estimate_fen: 0,
    waiting_rows: 0,
    waiting_fen: 0,
    compared_rows: 0,
    variance_fen: 0,
  };
}

interface PresentSum {
  span: Unix;
  status: number;
  rows: number;
  amount: Fen;
}

/** How the rows stand, from the sums that are kept of them. */
function presentSums(reader: StoreReader, from: Unix): PresentSum[] {
  return reader.all<PresentSum>(
    sql`select span, commission_status as status, sum(rows) as rows, sum(service_amount_fen) as amount from order_sum
      where axis = ${SUM_AXIS.paid} and grain = ${SUM_GRAIN.month} and dim = ${SUM_DIM.all} and span >= ${from}
      group by 1, 2`,
  );
}

function addPresent(month: TrackMonth | undefined, { status, rows, amount }: PresentSum): void {
  // Paid after the time up to which orders are known.
  if (!month) return;
  month.rows += rows;
  if (status === COMMISSION_STATUS.settled) {
    month.settled_rows += rows;
    month.settled_fen = addFen(month.settled_fen, amount);
  } else if (status === COMMISSION_STATUS.cancelled) month.cancelled_rows += rows;
  else {
    month.waiting_rows += rows;
    month.waiting_fen = addFen(month.waiting_fen, amount);
  }
}

interface Estimate {
  period: Period;
  status: number | null;
  rows: number;
  amount: Fen;
  compared: number;
  variance: Fen;
}

/**
 * The first state in which a row was seen paid and neither settled nor cancelled: with min() the other columns are
 * those of its row. Versions are read in the order they stand in, and only from the first row paid since then on.
 */
function estimates(reader: StoreReader, from: Unix): Estimate[] {
  const { settled, cancelled } = COMMISSION_STATUS;
  const { pending_payment, cancelled_unpaid } = ORDER_STATUS;
  const first = firstPaidSince(reader, from);
  if (first === null) return [];
  return reader.all<Estimate>(
    sql`select strftime('%Y-%m', o.paid_at + 28800, 'unixepoch') as period, o.commission_status as status,
        count(*) as rows, coalesce(sum(f.amount), 0) as amount,
        count(case when o.commission_status = ${settled} then f.amount + o.service_amount_fen end) as compared,
        coalesce(sum(case when o.commission_status = ${settled} then o.service_amount_fen - f.amount end), 0) as variance
      from (select commission_order_id as id, service_amount_fen as amount, min(seq) from order_version
        where commission_order_id >= ${first}
          and (commission_status is null or commission_status not in (${settled}, ${cancelled}))
          and (order_status is null or order_status not in (${pending_payment}, ${cancelled_unpaid}))
        group by commission_order_id) f
      cross join commission_order o on o.id = f.id
      where o.paid_at >= ${from} and f.amount is not null group by 1, 2`,
  );
}

function addEstimate(month: TrackMonth | undefined, one: Estimate): void {
  if (!month) return;
  month.estimated_rows += one.rows;
  month.estimated_fen = addFen(month.estimated_fen, one.amount);
  month.compared_rows += one.compared;
  month.variance_fen = addFen(month.variance_fen, one.variance);
  if (one.status === COMMISSION_STATUS.cancelled)
    month.cancelled_estimate_fen = addFen(month.cancelled_estimate_fen, one.amount);
}
