import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { type Period, periodOf, periodRange, type Unix } from '../../../shared/time.ts';
import { join, type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { adjustmentsOf, type StandingRow } from './adjustment.ts';
import { amongClosed, type Closed, closedMonths, readLine } from './closed.ts';
import { compareLines } from './fingerprint.ts';
import type { SettlementContext, SettlementLine } from './line.ts';
import { SETTLED_COLUMNS } from './source.ts';

/**
 * The closed months whose corrections fall into an open one: those for which it is the first open month behind them.
 */
export function monthsAdjustedBy(closed: readonly Closed[], period: Period): Period[] {
  const months = new Set(closed.map((one) => one.period));
  return [...months].filter((month) => month < period && firstOpenAfter(months, month) === period).sort();
}

function firstOpenAfter(closed: ReadonlySet<Period>, period: Period): Period {
  let next = period;
  do next = periodOf(periodRange(next)!.to);
  while (closed.has(next));
  return next;
}

export interface PendingLine {
  line: SettlementLine;
  /** Platform time since which the row stands as it does. */
  known_at: Unix;
}

/** What became known of closed months and is in no closing yet, in the order of the report. */
export function pendingAdjustments(
  reader: StoreReader,
  homes: readonly Period[],
  context: SettlementContext,
): PendingLine[] {
  if (homes.length === 0) return [];
  const closed = closedMonths(reader);
  const among = amongClosed(closed);
  const since = Math.min(...homes.map((home) => lookedAt(closed, home)));
  const periods = new Map(closed.map((one) => [one.closing_id, one.period]));
  const booked = sql`select closing_id, adjusts_period, line from closing_key k join closing_line l using (closing_id, seq)
    where k.order_id = ${''} and k.sku_id = ${''} and ${among} order by closing_id, seq`;
  const found: PendingLine[] = [];
  for (const { stands_since, ...row } of reader.all<StandingRow & { stands_since: Unix }>(
    changedSince(since, homes, among),
  )) {
    const lines = reader.all<{ closing_id: number; adjusts_period: Period | null; line: string }>({
      text: booked.text,
      values: [row.order_id, row.sku_id, ...booked.values.slice(2)],
    });
    const first = lines[0];
    const home = first ? (first.adjusts_period ?? periods.get(first.closing_id)!) : periodOf(row.settled_at!);
    if (!homes.includes(home)) continue;
    const earlier = lines.map(({ line }) => readLine(line));
    for (const line of adjustmentsOf(row, { home, booked: earlier }, context))
      found.push({ line, known_at: stands_since });
  }
  return found.sort((a, b) => compareLines(a.line, b.line));
}

/** Up to when a closed month's rows were compared with its lines: at its closing, or by a later one that corrected it. */
function lookedAt(closed: readonly Closed[], home: Period): Unix {
  const seen = closed
    .filter(({ period, adjusts }) => period === home || adjusts.includes(home))
    .map(({ seen_until }) => seen_until);
  return Math.max(...seen) - SLACK;
}

/**
 * The platform's time is told in whole seconds and arrives late, so it may go back a little: what a sync writes behind
 * the state that was closed can bear an earlier second. Looking again at what was seen already finds no difference.
 */
const SLACK = 60;

/** Rows of closed months that stand as they do since then, or were decided on since then, and rows that came late. */
function changedSince(since: Unix, homes: readonly Period[], among: Sql): Sql {
  const isBooked = sql`exists (select 1 from closing_key k
    where k.order_id = o.order_id and k.sku_id = o.sku_id and k.${among})`;
  const inMonths = join(
    homes.map((home) => {
      const { from, to } = periodRange(home)!;
      return sql`(o.settled_at >= ${from} and o.settled_at < ${to})`;
    }),
    ' or ',
  );
  return sql`select ${SETTLED_COLUMNS}, refunded, refunded_at, stands_since,
      (select r.decided_at from order_review r
        where r.order_id = commission_order.order_id and r.sku_id = commission_order.sku_id) as decided_at
    from commission_order where id in (
      select o.id from commission_order o where o.stands_since >= ${since}
        and (${isBooked} or (o.commission_status = ${COMMISSION_STATUS.settled} and (${inMonths})))
      union
      select o.id from order_review d join commission_order o on o.order_id = d.order_id and o.sku_id = d.sku_id
        where d.decided_at >= ${since} and ${isBooked})`;
}
