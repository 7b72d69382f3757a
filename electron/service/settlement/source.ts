import { DeskError } from '../../../shared/contract/result.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { type Period, periodRange, type Unix } from '../../../shared/time.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { amongClosed, closedMonths } from './closed.ts';
import { type SettlementContext, type SettlementLine, type SettlementRow, settlementLine } from './line.ts';
import { type PayerState, payerBook } from './payer.ts';
import { type DatedRule, ruleBook } from './split-rule.ts';

/** What a settlement line is made of. */
export const SETTLED_COLUMNS: Sql = {
  text: `order_id, sku_id, shop_appid, shop_name, product_id, product_title, channel, promoter_appid, promoter_name,
    promoter_ratio_ppm, promoter_amount_fen, talent_appid, talent_name, agency_amount_fen, sub_agency_amount_fen,
    order_status, commission_status, actual_payment_fen, service_ratio_ppm, service_amount_fen, service_total_fen,
    platform_amount_fen, created_at, updated_at, paid_at, settled_at, versions, review_state`,
  values: [],
};
/** The order of the report. */
export const CANONICAL: Sql = { text: 'order by created_at, order_id, sku_id', values: [] };

export function rangeOf(period: Period): { from: Unix; to: Unix } {
  const range = periodRange(period);
  if (!range) throw new DeskError('period.invalid', { period });
  return range;
}

/** Standing rules with their days, and who paid whom when. */
export function settlementContext(reader: StoreReader): SettlementContext {
  return {
    rules: ruleBook(
      reader.all<DatedRule>(
        sql`select promoter_appid, product_id, ratio_ppm, from_day, to_day from split_rule where withdrawn_at is null`,
      ),
    ),
    payers: payerBook(
      reader.each<Omit<PayerState, 'seen_at'>>(sql`select promoter_appid, payer from promoter`),
      reader.each<PayerState>(sql`select promoter_appid, seen_at, payer from promoter_state`),
    ),
  };
}

/**
 * Settled in the month, and not in the lines of another closed month: what was booked once is corrected by
 * adjustments, never booked again.
 */
export function settledIn(reader: StoreReader, period: Period): Sql {
  const { from, to } = rangeOf(period);
  const settled = sql`settled_at >= ${from} and settled_at < ${to} and commission_status = ${COMMISSION_STATUS.settled}`;
  const others = closedMonths(reader).filter((closed) => closed.period !== period);
  if (others.length === 0) return settled;
  return sql`${settled} and not exists (select 1 from closing_key k
    where k.order_id = commission_order.order_id and k.sku_id = commission_order.sku_id and k.${amongClosed(others)})`;
}

function* lines(reader: StoreReader, query: Sql, context: SettlementContext): Generator<SettlementLine> {
  for (const row of reader.each<SettlementRow>(query)) yield settlementLine(row, context);
}

/** Sales of the month as the rows stand now, in the order of the report. */
export function presentSales(reader: StoreReader, period: Period, context: SettlementContext) {
  return lines(
    reader,
    sql`select ${SETTLED_COLUMNS} from commission_order where ${settledIn(reader, period)} ${CANONICAL}`,
    context,
  );
}

/** Paid in the month and neither settled nor cancelled. */
export function unsettledIn(period: Period): Sql {
  const { from, to } = rangeOf(period);
  const { settled, cancelled } = COMMISSION_STATUS;
  return sql`paid_at >= ${from} and paid_at < ${to}
    and (commission_status is null or commission_status not in (${settled}, ${cancelled}))`;
}

export function unsettledRows(reader: StoreReader, period: Period): number {
  return reader.value<number>(sql`select count(*) from commission_order where ${unsettledIn(period)}`) ?? 0;
}

/** Estimates: what was paid in the month and is not settled yet. */
export function unsettledLines(reader: StoreReader, period: Period, context: SettlementContext) {
  return lines(
    reader,
    sql`select ${SETTLED_COLUMNS} from commission_order where ${unsettledIn(period)} ${CANONICAL}`,
    context,
  );
}
