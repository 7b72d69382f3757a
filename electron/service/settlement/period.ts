import type { SettlementPeriod, SettlementTotals } from '../../../shared/contract/settlement.ts';
import type { Fen } from '../../../shared/money.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { DAY_SECONDS, type Period, periodOf, type Unix } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { countDrift } from './drift.ts';
import { figuresOf, type PeriodFigures } from './figures.ts';
import { frozenLines, frozenLinesByKey, frozenPeriod, frozenPeriods } from './frozen.ts';
import type { SettlementContext, SettlementLine } from './line.ts';
import { presentLines, presentLinesByKey, rangeOf, settlementContext, unsettledLines } from './source.ts';
import { LineSum, type LineSums, OrderNumbers } from './sums.ts';

export interface PeriodSummary {
  period: Period;
  state: 'open' | 'closed';
  rows: number;
  service_amount_fen: Fen;
  closed_at: Unix | null;
}

/** Newest first; closed months as they were closed, open ones as the rows stand. */
export function settlementPeriods(reader: StoreReader): PeriodSummary[] {
  const periods = new Map<Period, PeriodSummary>();
  const open = (period: Period): PeriodSummary => {
    let summary = periods.get(period);
    if (!summary) {
      summary = { period, state: 'open', rows: 0, service_amount_fen: 0, closed_at: null };
      periods.set(period, summary);
    }
    return summary;
  };
  const knownAsOf = ordersKnownAsOf(reader);
  if (knownAsOf !== null) open(periodOf(knownAsOf));
  // Grouped by day, then by month here: SQLite's own calendar would cost more than the whole scan. Bound numbers are
  // reals to SQLite, so the division has to be told to be whole.
  const days = reader.all<{ first: Unix; rows: number; amount: Fen }>(sql`
    select min(settled_at) as first, count(*) as rows, coalesce(sum(service_amount_fen), 0) as amount
    from commission_order where commission_status = ${COMMISSION_STATUS.settled} and settled_at is not null
    group by cast((settled_at + 28800) / ${DAY_SECONDS} as integer)`);
  for (const day of days) {
    const summary = open(periodOf(day.first));
    summary.rows += day.rows;
    summary.service_amount_fen += day.amount;
  }
  for (const { period, closed_at, totals } of frozenPeriods(reader))
    periods.set(period, {
      period,
      state: 'closed',
      rows: totals.rows,
      service_amount_fen: totals.service_amount_fen,
      closed_at,
    });
  return [...periods.values()].sort((a, b) => (a.period < b.period ? 1 : -1));
}

/** Platform time up to which the orders were read; null before the first sync. */
export function ordersKnownAsOf(reader: StoreReader): Unix | null {
  return reader.value<Unix | null>(sql`select known_as_of from sync_cursor where resource = 'orders'`) ?? null;
}

/** The lines a month is reported from: frozen ones once it is closed. */
export function periodLines(
  reader: StoreReader,
  period: Period,
  context: SettlementContext,
): Generator<SettlementLine> {
  return frozenPeriod(reader, period) ? frozenLines(reader, period) : presentLines(reader, period, context);
}

/** Throws `period.invalid` for a text that is no month. */
export function settlementPeriod(reader: StoreReader, period: Period): SettlementPeriod {
  rangeOf(period);
  const context = settlementContext(reader);
  const frozen = frozenPeriod(reader, period);
  const figures = figuresOf(period, periodLines(reader, period, context));
  const unsettled = sumOf(unsettledLines(reader, period, context));
  return {
    totals: totalsOf(figures, unsettled.rows),
    state: frozen ? 'closed' : 'open',
    closed_at: frozen?.closed_at ?? null,
    closed_by: frozen?.closed_by ?? null,
    known_as_of: frozen ? frozen.known_as_of : ordersKnownAsOf(reader),
    merchants: figures.merchants,
    promoters: figures.promoters,
    channels: figures.channels,
    unsettled,
    checks: {
      settled_without_time: count(
        reader,
        sql`select count(*) from commission_order where commission_status = 100 and settled_at is null`,
      ),
      owed_without_rule: figures.owed_without_rule,
      identity_differences: figures.identity_differences,
      quarantined: count(reader, sql`select count(*) from quarantine`),
      changed_since_close: frozen
        ? countDrift(frozenLinesByKey(reader, period), presentLinesByKey(reader, period, context))
        : 0,
    },
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
    hash: figures.hash,
  };
}

export function sumOf(lines: Iterable<SettlementLine>): LineSums {
  const sum = new LineSum();
  const orders = new OrderNumbers();
  for (const line of lines) sum.add(line, orders.of(line.order_id));
  return sum.sums;
}

function count(reader: StoreReader, query: ReturnType<typeof sql>): number {
  return reader.value<number>(query) ?? 0;
}
