import type { ShopHistory } from '../../../shared/contract/partnership.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { sql } from '../store/sql.ts';

/** So far back, in days, a lowered fee counts against a shop. */
const FEES_WITHIN = 180;

interface Group {
  channel: string;
  paid: number;
  refunded: number;
  commission_status: number | null;
  /** Whole days from payment to settlement of settled orders. */
  days: number | null;
  rows: number;
  actual_payment_fen: number;
  service_amount_fen: number;
}

/** What our own books tell of working with a shop, in one reading of its commission orders. */
export function shopHistory(context: Context, shopAppid: string): ShopHistory {
  const { settled, cancelled } = COMMISSION_STATUS;
  const groups = context.store.all<Group>(sql`select channel, paid_at is not null as paid, refunded, commission_status,
      case when commission_status = ${settled} then cast((settled_at - paid_at) / ${DAY_SECONDS} as integer) end as days,
      count(*) as rows, coalesce(sum(actual_payment_fen), 0) as actual_payment_fen,
      coalesce(sum(service_amount_fen), 0) as service_amount_fen
    from commission_order where shop_appid = ${shopAppid} group by 1, 2, 3, 4, 5`);
  const rowsWhere = (holds: (group: Group) => boolean) =>
    groups.reduce((sum, group) => (holds(group) ? sum + group.rows : sum), 0);
  const since = context.now() - FEES_WITHIN * DAY_SECONDS;
  return {
    rows: rowsWhere(() => true),
    paid_rows: rowsWhere(({ paid }) => paid === 1),
    refunded_rows: rowsWhere(({ refunded }) => refunded === 1),
    settled_rows: rowsWhere(({ commission_status }) => commission_status === settled),
    cancelled_rows: rowsWhere(({ commission_status }) => commission_status === cancelled),
    actual_payment_fen: groups.reduce((sum, group) => sum + group.actual_payment_fen, 0),
    service_amount_fen: groups.reduce((sum, group) => sum + group.service_amount_fen, 0),
    settle_days: settleDays(groups),
    channels: byChannel(groups),
    fees_lowered:
      context.store.value<number>(sql`select count(*) from product_alert
        where shop_appid = ${shopAppid} and kind = 'fee_lowered' and at >= ${since}`) ?? 0,
  };
}

/** The day by which half, and nine of ten, were settled. */
function settleDays(groups: readonly Group[]): ShopHistory['settle_days'] {
  const byDay = new Map<number, number>();
  let all = 0;
  for (const { days, rows } of groups) {
    if (days === null) continue;
    byDay.set(days, (byDay.get(days) ?? 0) + rows);
    all += rows;
  }
  if (all === 0) return null;
  const sorted = [...byDay].sort(([a], [b]) => a - b);
  const dayOf = (share: number) => {
    let passed = 0;
    for (const [day, rows] of sorted) {
      passed += rows;
      if (passed >= all * share) return day;
    }
    return sorted.at(-1)![0];
  };
  return { median: dayOf(0.5), nine_of_ten: dayOf(0.9) };
}

function byChannel(groups: readonly Group[]): ShopHistory['channels'] {
  const channels = new Map<string, ShopHistory['channels'][number]>();
  for (const { channel, rows, service_amount_fen } of groups) {
    const one = channels.get(channel) ?? { channel, rows: 0, service_amount_fen: 0 };
    channels.set(channel, {
      channel,
      rows: one.rows + rows,
      service_amount_fen: one.service_amount_fen + service_amount_fen,
    });
  }
  return [...channels.values()].sort((a, b) => b.rows - a.rows || (a.channel < b.channel ? -1 : 1));
}
