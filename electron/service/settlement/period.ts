import type { PeriodSummary, SettlementPeriod, SettlementTotals } from '../../../shared/contract/settlement.ts';
import type { Fen } from '../../../shared/money.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { type Period, periodOf, type Unix } from '../../../shared/time.ts';
import { SUM_AXIS, SUM_DIM, SUM_GRAIN } from '../order/sums.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { checklistOf } from './checklist.ts';
import { closedLines, closedMonth, closedMonths, closingsOf } from './closed.ts';
import { figuresOf, type PeriodFigures } from './figures.ts';
import type { SettlementContext, SettlementLine } from './line.ts';
import { monthsAdjustedBy, pendingAdjustments } from './pending.ts';
import { presentSales, rangeOf, settlementContext, unsettledLines } from './source.ts';
import { LineSum, type LineSums, OrderNumbers } from './sums.ts';

/** Newest first; closed months as they were closed, open ones as the rows stand. */
export function settlementPeriods(reader: StoreReader): PeriodSummary[] {
  const periods = new Map<Period, PeriodSummary>();
  const knownAsOf = ordersKnownAsOf(reader);
  if (knownAsOf !== null) periods.set(periodOf(knownAsOf), openMonth(periodOf(knownAsOf), 0, 0));
  const months = reader.all<{ span: Unix; rows: number; amount: Fen }>(sql`
    select span, sum(rows) as rows, sum(service_amount_fen) as amount from order_sum
    where axis = ${SUM_AXIS.settled} and grain = ${SUM_GRAIN.month} and dim = ${SUM_DIM.all}
      and commission_status = ${COMMISSION_STATUS.settled} group by span`);
  for (const { span, rows, amount } of months) periods.set(periodOf(span), openMonth(periodOf(span), rows, amount));
  for (const period of reader.all<{ period: Period }>(sql`select distinct period from settlement_closing`))
    periods.set(period.period, {
      ...(periods.get(period.period) ?? openMonth(period.period, 0, 0)),
      state: 'reopened',
    });
  for (const { period, closed_at, totals } of closedMonths(reader)) {
    const { rows, service_amount_fen } = totals;
    periods.set(period, { period, state: 'closed', rows, service_amount_fen, closed_at });
  }
  return [...periods.values()].sort((a, b) => (a.period < b.period ? 1 : -1));
}

function openMonth(period: Period, rows: number, service_amount_fen: Fen): PeriodSummary {
  return { period, state: 'open', rows, service_amount_fen, closed_at: null };
}

/** Platform time up to which the orders were read; null before the first sync. */
export function ordersKnownAsOf(reader: StoreReader): Unix | null {
  return reader.value<Unix | null>(sql`select known_as_of from sync_cursor where resource = 'orders'`) ?? null;
}

/**
 * The lines a month is reported from, sales before corrections: frozen ones once it is closed, else as they would be
 * frozen now.
 */
export function* periodLines(
  reader: StoreReader,
  period: Period,
  context: SettlementContext,
): Generator<SettlementLine> {
  const closed = closedMonth(reader, period);
  if (closed) {
    yield* closedLines(reader, closed.closing_id);
    return;
  }
  yield* presentSales(reader, period, context);
  const homes = monthsAdjustedBy(closedMonths(reader), period);
  for (const { line } of pendingAdjustments(reader, homes, context)) yield line;
}

/** Throws `period.invalid` for a text that is no month. A second for each 100,000 lines: ask it in a thread. */
export function settlementPeriod(reader: StoreReader, period: Period): SettlementPeriod {
  rangeOf(period);
  const context = settlementContext(reader);
  const closings = closingsOf(reader, period);
  const closed = closings.find(({ reopened }) => reopened === null) ?? null;
  const figures = figuresOf(period, periodLines(reader, period, context));
  const unsettled = sumOf(unsettledLines(reader, period, context));
  const checklist = checklistOf(reader, period, figures);
  const count = (check: string) => checklist.find((line) => line.check === check)?.count ?? 0;
  return {
    totals: totalsOf(figures, unsettled.rows),
    state: closed ? 'closed' : closings.length > 0 ? 'reopened' : 'open',
    closed_at: closed?.closed_at ?? null,
    closed_by: closed?.closed_by ?? null,
    known_as_of: closed ? closed.known_as_of : ordersKnownAsOf(reader),
    merchants: figures.merchants,
    promoters: figures.promoters,
    channels: figures.channels,
    unsettled,
    adjustments: figures.adjustments,
    checklist: closed ? closed.checklist : checklist,
    checks: {
      settled_without_time: count('settled_without_time'),
      owed_without_rule: figures.owed_without_rule,
      identity_differences: figures.identity_differences,
      quarantined: count('quarantine_empty'),
      changed_since_close: closed ? pendingAdjustments(reader, [period], context).length : 0,
    },
    closings,
  };
}

export function totalsOf(figures: PeriodFigures, unsettledRows: number): SettlementTotals {
  const { rows, orders, ...amounts } = figures.sums;
  return {
    period: figures.period,
    rows,
    orders,
    ...amounts,
    unsettled_rows: unsettledRows,
    adjustment_rows: figures.adjustments.rows,
    adjustment_service_fen: figures.adjustments.service_amount_fen,
    adjustment_owed_fen: figures.adjustments.promoter_owed_fen,
    adjustment_net_fen: figures.adjustments.net_fen,
    hash: figures.hash,
  };
}

export function sumOf(lines: Iterable<SettlementLine>): LineSums {
  const sum = new LineSum();
  const orders = new OrderNumbers();
  for (const line of lines) sum.add(line, orders.of(line.order_id));
  return sum.sums;
}
