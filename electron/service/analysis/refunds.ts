import type { RefundAgeing } from '../../../shared/contract/analysis.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { addFen, type Fen } from '../../../shared/money.ts';
import { COMMISSION_STATUS, ORDER_STATUS } from '../../../shared/status.ts';
import { DAY_SECONDS, type Unix } from '../../../shared/time.ts';
import { orderConditions } from '../order/filter.ts';
import { sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { knownAsOf } from '../sync/status.ts';
import { barOf, barsFrom } from './bars.ts';

const REFUND_DAYS = [0, 1, 3, 7, 15, 30, 60];
const OPEN_DAYS = [0, 1, 3, 7, 15, 30, 60];

/**
 * How long after payment refunds come, and how long those wait whose commission is neither settled nor cancelled. Of an
 * order of which everything was refunded the whole payment counts, else what the payment was lowered by.
 */
export function refunds(reader: StoreReader, { filter, as_of }: RouteParsed<'analysis.refunds'>): RefundAgeing {
  const now = as_of ?? newestMoment(reader);
  const found = reader.each<{
    after: number | null;
    refunded_at: Unix | null;
    refunded_fen: Fen;
    service_amount_fen: Fen;
    commission_status: number | null;
  }>(sql`select refunded_at - paid_at as after, refunded_at, commission_status,
      coalesce(case order_status when ${ORDER_STATUS.refunded} then peak_payment_fen
        else peak_payment_fen - actual_payment_fen end, 0) as refunded_fen,
      coalesce(service_amount_fen, 0) as service_amount_fen
    from commission_order ${where([...orderConditions(filter), sql`refunded = 1`])}`);

  const bars = barsFrom(REFUND_DAYS, () => ({ rows: 0, refunded_fen: 0, settled_rows: 0 }));
  const open = barsFrom(OPEN_DAYS, () => ({ rows: 0, service_amount_fen: 0 }));
  const statuses = new Set<number | null>();
  let rows = 0;
  let refunded = 0;
  let unknown = 0;
  for (const row of found) {
    rows += 1;
    refunded = addFen(refunded, row.refunded_fen);
    if (row.refunded_fen === 0) unknown += 1;
    const settled = row.commission_status === COMMISSION_STATUS.settled;
    if (row.after !== null) {
      const bar = barOf(bars, row.after / DAY_SECONDS);
      bar.rows += 1;
      bar.refunded_fen = addFen(bar.refunded_fen, row.refunded_fen);
      if (settled) bar.settled_rows += 1;
    }
    if (row.refunded_at !== null && !settled && row.commission_status !== COMMISSION_STATUS.cancelled) {
      statuses.add(row.commission_status);
      const bar = barOf(open, (now - row.refunded_at) / DAY_SECONDS);
      bar.rows += 1;
      bar.service_amount_fen = addFen(bar.service_amount_fen, row.service_amount_fen);
    }
  }
  return {
    bars: bars.map(({ from, to, ...sums }) => ({ from_days: from, to_days: to, ...sums })),
    rows,
    refunded_fen: refunded,
    unknown_rows: unknown,
    open: open.map(({ from, to, ...sums }) => ({ from_days: from, to_days: to, ...sums })),
    open_statuses: [...statuses].sort((a, b) => (a ?? -1) - (b ?? -1)),
    now,
  };
}

/** Up to when orders are known; before a sync has said so, the newest reading. */
function newestMoment(reader: StoreReader): Unix {
  return (
    knownAsOf(reader).orders ?? reader.value<Unix | null>(sql`select max(first_seen_at) from commission_order`) ?? 0
  );
}
