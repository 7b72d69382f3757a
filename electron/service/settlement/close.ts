import { DeskError } from '../../../shared/contract/result.ts';
import type { SettlementPeriod } from '../../../shared/contract/settlement.ts';
import { formatInstant, type Period, type Unix } from '../../../shared/time.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { FigureBuilder } from './figures.ts';
import { frozenPeriod } from './frozen.ts';
import { type SettlementRow, settlementLine } from './line.ts';
import { ordersKnownAsOf, settlementPeriod, sumOf, totalsOf } from './period.ts';
import { ROW_BY_ID, rangeOf, settledIds, settlementContext, unsettledLines } from './source.ts';

export interface Closing {
  period: Period;
  staff: string;
  /** Platform time. */
  now: Unix;
}

/**
 * Freezes the lines of a month that is over, on the disk before it returns; from then on the month is reported from
 * them. Throws `period.invalid`, `period.not_over`, `period.not_read` or `period.closed`.
 */
export function closePeriod(store: Store, { period, staff, now }: Closing): SettlementPeriod {
  const { to } = rangeOf(period);
  if (now < to) throw new DeskError('period.not_over', { period });
  const knownAsOf = ordersKnownAsOf(store);
  // What settled in the hours nobody has read would be missing from the month for ever.
  if (knownAsOf === null || knownAsOf < to)
    throw new DeskError('period.not_read', {
      period,
      known_as_of: knownAsOf === null ? null : formatInstant(knownAsOf),
    });
  store.durably(() => {
    if (frozenPeriod(store, period)) throw new DeskError('period.closed', { period });
    const context = settlementContext(store);
    const builder = new FigureBuilder(period);
    const read = store.prepare(ROW_BY_ID);
    const insert = store.prepare(
      'insert into settlement_line (period, seq, order_id, sku_id, version, line) values (?, ?, ?, ?, ?, ?)',
    );
    settledIds(store, period).forEach((id, index) => {
      const line = settlementLine(read.get(id) as SettlementRow, context);
      builder.add(line);
      insert.run(period, index + 1, line.order_id, line.sku_id, line.version, JSON.stringify(line));
    });
    const totals = totalsOf(builder.figures(), sumOf(unsettledLines(store, period, context)).rows);
    store.run(sql`insert into settlement_period (period, state, closed_at, closed_by, known_as_of, hash, totals)
      values (${period}, 'closed', ${now}, ${staff}, ${knownAsOf}, ${totals.hash}, ${JSON.stringify(totals)})
      on conflict (period) do update set state = excluded.state, closed_at = excluded.closed_at,
        closed_by = excluded.closed_by, known_as_of = excluded.known_as_of, hash = excluded.hash, totals = excluded.totals`);
    audit(store, { at: now, staff, action: 'settlement.close', detail: { ...totals } });
  });
  return settlementPeriod(store, period);
}
