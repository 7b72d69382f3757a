import type { SettlementPeriod } from '../../../shared/contract/settlement.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import { closedMonth, closedMonths, closingsOf, readLine } from '../settlement/closed.ts';
import { type SettlementContext, type SettlementLine, type SettlementRow, settlementLine } from '../settlement/line.ts';
import { monthsAdjustedBy, pendingAdjustments } from '../settlement/pending.ts';
import { ordersKnownAsOf } from '../settlement/period.ts';
import {
  CANONICAL,
  rangeOf,
  SETTLED_COLUMNS,
  settledIn,
  settlementContext,
  unsettledIn,
} from '../settlement/source.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { Statement } from './statement.ts';

/** Where a line of the month is found again. Small, so that the lines of every recipient can be remembered. */
export type Place = number;

export interface PlacedLine {
  place: Place;
  line: SettlementLine;
}

/** The lines of a month, readable in their order or one by one. */
export interface MonthBook {
  readonly period: Period;
  readonly state: SettlementPeriod['state'];
  readonly closing: Statement['closing'];
  readonly known_as_of: Unix | null;
  /** Sales, then corrections, in the order of the report: frozen ones once the month is closed. */
  lines(): Iterable<PlacedLine>;
  /** Some of them, in the order given. */
  read(places: readonly Place[]): Iterable<SettlementLine>;
  /** Paid in the month and not settled yet, as they stand now whatever the month's state. */
  unsettled(): Iterable<PlacedLine>;
  readUnsettled(places: readonly Place[]): Iterable<SettlementLine>;
}

/** Throws `period.invalid`. Hold one state of the books while it is used, or lines may be gone when they are read again. */
export function monthBook(reader: StoreReader, period: Period): MonthBook {
  rangeOf(period);
  const context = settlementContext(reader);
  const closed = closedMonth(reader, period);
  const rows = rowLines(reader, context);
  const unsettled = { unsettled: () => rows.where(unsettledIn(period)), readUnsettled: rows.read };
  if (closed) {
    const { closing_id, number, closed_at: at, closed_by: by, hash, known_as_of } = closed;
    const closing = { number, at, by, hash };
    return { period, state: 'closed', closing, known_as_of, ...frozenLines(reader, closing_id), ...unsettled };
  }
  return {
    period,
    state: closingsOf(reader, period).length > 0 ? 'reopened' : 'open',
    closing: null,
    known_as_of: ordersKnownAsOf(reader),
    ...presentLines(reader, period, context, rows),
    ...unsettled,
  };
}

type Lines = Pick<MonthBook, 'lines' | 'read'>;

/** So many are read with one question. */
const AT_ONCE = 500;

/** Numbers of rows as a table `wanted (key, value)`, whose key is their order. */
function* chunksOf(places: readonly Place[]): Generator<string> {
  for (let n = 0; n < places.length; n += AT_ONCE) yield JSON.stringify(places.slice(n, n + AT_ONCE));
}

/** A line's place is its number in the closing. */
function frozenLines(reader: StoreReader, closingId: number): Lines {
  return {
    *lines() {
      const rows = reader.each<{ place: Place; line: string }>(
        sql`select seq as place, line from closing_line where closing_id = ${closingId} order by seq`,
      );
      for (const { place, line } of rows) yield { place, line: readLine(line) };
    },
    *read(places) {
      for (const chunk of chunksOf(places)) {
        const rows = reader.all<{ line: string }>(sql`
          select line from json_each(${chunk}) wanted
          cross join closing_line l on l.closing_id = ${closingId} and l.seq = wanted.value order by wanted.key`);
        for (const { line } of rows) yield readLine(line);
      }
    },
  };
}

/** A sale's place is the number of its row; those of corrections, which have none, count down from -1. */
function presentLines(
  reader: StoreReader,
  period: Period,
  context: SettlementContext,
  rows: ReturnType<typeof rowLines>,
): Lines {
  const homes = monthsAdjustedBy(closedMonths(reader), period);
  const corrections = pendingAdjustments(reader, homes, context).map(({ line }) => line);
  return {
    *lines() {
      yield* rows.where(settledIn(reader, period));
      for (const [n, line] of corrections.entries()) yield { place: -1 - n, line };
    },
    *read(places) {
      yield* rows.read(places.filter((place) => place >= 0));
      for (const place of places) if (place < 0) yield corrections[-1 - place]!;
    },
  };
}

/** Lines of commission orders as they stand, by the numbers of their rows. */
function rowLines(reader: StoreReader, context: SettlementContext) {
  return {
    *where(condition: Sql): Generator<PlacedLine> {
      const rows = reader.each<SettlementRow & { id: Place }>(
        sql`select id, ${SETTLED_COLUMNS} from commission_order where ${condition} ${CANONICAL}`,
      );
      for (const { id, ...row } of rows) yield { place: id, line: settlementLine(row, context) };
    },
    *read(places: readonly Place[]): Generator<SettlementLine> {
      for (const chunk of chunksOf(places)) {
        const rows = reader.all<SettlementRow>(sql`
          select ${SETTLED_COLUMNS} from json_each(${chunk}) wanted
          cross join commission_order o on o.id = wanted.value order by wanted.key`);
        for (const row of rows) yield settlementLine(row, context);
      }
    },
  };
}
