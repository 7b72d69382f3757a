import type { ChecklistLine, Closing, SettlementTotals } from '../../../shared/contract/settlement.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { SettlementLine } from './line.ts';

/** A closing that counts, with what the next ones need of it. */
export interface Closed extends Omit<Closing, 'reopened'> {
  /** Platform time of the latest state of any row it saw. */
  seen_until: Unix;
  /** The closed months whose corrections it took in. */
  adjusts: Period[];
}

interface ClosingRow extends Omit<Closed, 'totals' | 'checklist' | 'adjusts'> {
  totals: string;
  checklist: string;
  adjusts: string;
}

const COLUMNS: Sql = {
  text: 'closing_id, period, number, closed_at, closed_by, known_as_of, seen_until, adjusts, totals, checklist, hash',
  values: [],
};

/** Months closed by an older program had no corrections. */
const NO_ADJUSTMENTS = {
  adjustment_rows: 0,
  adjustment_service_fen: 0,
  adjustment_owed_fen: 0,
  adjustment_net_fen: 0,
};

function read({ totals, checklist, adjusts, ...row }: ClosingRow): Closed {
  return {
    ...row,
    totals: { ...NO_ADJUSTMENTS, ...(JSON.parse(totals) as SettlementTotals) },
    checklist: JSON.parse(checklist) as ChecklistLine[],
    adjusts: JSON.parse(adjusts) as Period[],
  };
}

/** The closings that count, one a closed month, in the order they were made. */
export function closedMonths(reader: StoreReader): Closed[] {
  return reader.all<ClosingRow>(sql`select ${COLUMNS} from settlement_closed order by closing_id`).map(read);
}

/** Null for a month that is open, or was opened again. */
export function closedMonth(reader: StoreReader, period: Period): Closed | null {
  const row = reader.get<ClosingRow>(sql`select ${COLUMNS} from settlement_closed where period = ${period}`);
  return row ? read(row) : null;
}

/** Every closing of a month, reopened ones too, newest first. */
export function closingsOf(reader: StoreReader, period: Period): Closing[] {
  const rows = reader.all<ClosingRow & { reopened_at: Unix | null; reopened_by: string; reason: string }>(
    sql`select c.*, r.reopened_at, r.reopened_by, r.reason from settlement_closing c
      left join settlement_reopening r on r.closing_id = c.closing_id where c.period = ${period} order by c.number desc`,
  );
  return rows.map(({ reopened_at, reopened_by, reason, ...row }) => {
    const { closing_id, number, closed_at, closed_by, known_as_of, totals, checklist, hash } = read(row);
    return {
      closing_id,
      period,
      number,
      closed_at,
      closed_by,
      known_as_of,
      totals,
      checklist,
      hash,
      reopened: reopened_at === null ? null : { at: reopened_at, by: reopened_by, reason },
    };
  });
}

/** The lines of a closing in the order of the report, which is the order they were frozen in. */
export function* closedLines(reader: StoreReader, closingId: number): Generator<SettlementLine> {
  const rows = reader.each<{ line: string }>(
    sql`select line from closing_line where closing_id = ${closingId} order by seq`,
  );
  for (const { line } of rows) yield readLine(line);
}

/** Lines frozen by an older program say nothing of corrections. */
export function readLine(text: string): SettlementLine {
  const line = JSON.parse(text) as SettlementLine;
  return line.kind === undefined
    ? { ...line, kind: 'sale', adjusts_period: null, adjustment_reason: null, withheld: null }
    : line;
}

/** `closing_id in (…)` of the closings that count; nothing is in it when there are none. */
export function amongClosed(closed: readonly Closed[]): Sql {
  return sql`closing_id in (select value from json_each(${JSON.stringify(closed.map((one) => one.closing_id))}))`;
}
