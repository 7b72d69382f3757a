import type { ChecklistLine, CloseCheck } from '../../../shared/contract/settlement.ts';
import type { Fen } from '../../../shared/money.ts';
import { COMMISSION_STATUS, ORDER_STATUS } from '../../../shared/status.ts';
import { HOUR_SECONDS, type Period, type Unix } from '../../../shared/time.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { PeriodFigures } from './figures.ts';
import { rangeOf } from './source.ts';

/**
 * What somebody should look at before the month is closed, as the books stand. Whether the month is over the books
 * know only from what was read: `month_over` and `read_to_end` both look at up to when orders are known.
 */
export function checklistOf(reader: StoreReader, period: Period, figures: Told): ChecklistLine[] {
  const { from, to } = rangeOf(period);
  const knownAsOf = reader.value<Unix | null>(sql`select known_as_of from sync_cursor where resource = 'orders'`) ?? 0;
  const settled = sql`settled_at >= ${from} and settled_at < ${to} and commission_status = ${COMMISSION_STATUS.settled}`;
  return [
    blocking('month_over', knownAsOf >= to ? 0 : 1),
    blocking('read_to_end', knownAsOf >= to ? 0 : 1),
    asking('hours_complete', { rows: unreadHours(reader, from, to), amount: null }),
    asking('quarantine_empty', counted(reader, sql`select count(*) as rows, null as amount from quarantine`)),
    asking(
      'settled_without_time',
      counted(
        reader,
        sql`select count(*) as rows, coalesce(sum(service_amount_fen), 0) as amount from commission_order
          where commission_status = 100 and settled_at is null`,
      ),
    ),
    asking('owed_without_rule', { rows: figures.owed_without_rule, amount: null }),
    asking('differences_reviewed', counted(reader, openDifferences(settled))),
    asking(
      'holds_decided',
      counted(
        reader,
        sql`select count(*) as rows, coalesce(sum(owed_fen), 0) as amount from commission_order
          where ${settled} and review_state in ('held', 'proposed')`,
      ),
    ),
    asking('refunds_decided', counted(reader, openRefunds(settled))),
    asking('identities_hold', { rows: figures.identity_differences, amount: null }),
  ];
}

/** The same with what only the lines tell. */
export function withFigures(
  checklist: readonly ChecklistLine[],
  { owed_without_rule, identity_differences }: Told,
): ChecklistLine[] {
  const told: Partial<Record<CloseCheck, number>> = { owed_without_rule, identities_hold: identity_differences };
  return checklist.map((line) => {
    const rows = told[line.check];
    return rows === undefined ? line : asking(line.check, { rows, amount: null });
  });
}

type Told = Pick<PeriodFigures, 'owed_without_rule' | 'identity_differences'>;

interface Found {
  rows: number;
  amount: Fen | null;
}

function counted(reader: StoreReader, query: Sql): Found {
  return reader.get<Found>(query) ?? { rows: 0, amount: null };
}

function blocking(check: CloseCheck, count: number): ChecklistLine {
  return { check, state: count === 0 ? 'ok' : 'blocks', count, amount_fen: null };
}

function asking(check: CloseCheck, { rows, amount }: Found): ChecklistLine {
  return { check, state: rows === 0 ? 'ok' : 'asks', count: rows, amount_fen: amount };
}

/** Rows of the month whose fee differs from our figure by an amount nobody has accepted. */
function openDifferences(settled: Sql): Sql {
  return sql`select count(*) as rows, coalesce(sum(abs(difference_fen)), 0) as amount from commission_order
    where ${settled} and difference_fen is not null and difference_fen <> 0
      and not exists (select 1 from accepted_difference a
        where a.kind = 'fee' and a.order_id = commission_order.order_id and a.sku_id = commission_order.sku_id
          and a.difference_fen = commission_order.difference_fen and a.withdrawn_at is null)`;
}

/**
 * Rows of the month whose order was refunded as a whole behind the settlement while the platform lets the fee stand, and
 * whose promoter would be paid all the same. Approving one knowing of the refund answers the question.
 */
function openRefunds(settled: Sql): Sql {
  return sql`select count(*) as rows, coalesce(sum(owed_fen), 0) as amount from commission_order
    where ${settled} and order_status = ${ORDER_STATUS.refunded} and owed_fen > 0
      and review_state not in ('held', 'proposed', 'excluded')
      and not exists (select 1 from order_review r
        where r.order_id = commission_order.order_id and r.sku_id = commission_order.sku_id
          and r.state = 'approved' and r.decided_at >= commission_order.refunded_at)`;
}

function unreadHours(reader: StoreReader, from: Unix, to: Unix): number {
  const read = reader.value<number>(sql`select count(*) from read_hour
    where resource = 'orders' and hour_at >= ${from} and hour_at < ${to}`);
  return (to - from) / HOUR_SECONDS - (read ?? 0);
}
