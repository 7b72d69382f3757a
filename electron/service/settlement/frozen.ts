import type { SettlementTotals } from '../../../shared/contract/settlement.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { SettlementLine } from './line.ts';

/** What was written down when a month was closed. */
export interface FrozenPeriod {
  period: Period;
  closed_at: Unix;
  closed_by: string;
  known_as_of: Unix | null;
  totals: SettlementTotals;
}

type FrozenRow = Omit<FrozenPeriod, 'totals'> & { totals: string };

const read = ({ totals, ...row }: FrozenRow): FrozenPeriod => ({ ...row, totals: JSON.parse(totals) });

export function frozenPeriods(reader: StoreReader): FrozenPeriod[] {
  return reader
    .all<FrozenRow>(
      sql`select period, closed_at, closed_by, known_as_of, totals from settlement_period where state = 'closed'`,
    )
    .map(read);
}

/** Null for a month that is open. */
export function frozenPeriod(reader: StoreReader, period: Period): FrozenPeriod | null {
  const row = reader.get<FrozenRow>(
    sql`select period, closed_at, closed_by, known_as_of, totals from settlement_period
      where period = ${period} and state = 'closed'`,
  );
  return row ? read(row) : null;
}

/** In the order of the report, which is the order they were frozen in. */
export function* frozenLines(reader: StoreReader, period: Period): Generator<SettlementLine> {
  const rows = reader.each<{ line: string }>(
    sql`select line from settlement_line where period = ${period} order by seq`,
  );
  for (const { line } of rows) yield JSON.parse(line);
}

export function* frozenLinesByKey(reader: StoreReader, period: Period): Generator<SettlementLine> {
  const rows = reader.each<{ line: string }>(
    sql`select line from settlement_line where period = ${period} order by order_id, sku_id`,
  );
  for (const { line } of rows) yield JSON.parse(line);
}
