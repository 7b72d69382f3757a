import { DeskError } from '../../../shared/contract/result.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { type Period, periodRange, type Unix } from '../../../shared/time.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { type SettlementContext, type SettlementLine, type SettlementRow, settlementLine } from './line.ts';
import { type PayerState, payerBook } from './payer.ts';
import { type DatedRule, ruleBook } from './split-rule.ts';

const COLUMNS: Sql = {
  text: `order_id, sku_id, shop_appid, shop_name, product_id, product_title, channel, promoter_appid, promoter_name,
    promoter_ratio_ppm, promoter_amount_fen, talent_appid, talent_name, agency_amount_fen, sub_agency_amount_fen,
    order_status, commission_status, actual_payment_fen, service_ratio_ppm, service_amount_fen, service_total_fen,
    platform_amount_fen, created_at, updated_at, paid_at, settled_at, versions`,
  values: [],
};
const CANONICAL: Sql = { text: 'order by created_at, order_id, sku_id', values: [] };
const BY_KEY: Sql = { text: 'order by order_id, sku_id', values: [] };

export function rangeOf(period: Period): { from: Unix; to: Unix } {
  const range = periodRange(period);
  if (!range) throw new DeskError('period.invalid', { period });
  return range;
}

/** Rules in the order they were set, and who paid whom when. */
export function settlementContext(reader: StoreReader): SettlementContext {
  return {
    rules: ruleBook(
      reader.all<DatedRule>(
        sql`select promoter_appid, product_id, ratio_ppm, from_day from split_rule order by set_at, rule_id`,
      ),
    ),
    payers: payerBook(
      reader.each<Omit<PayerState, 'seen_at'>>(sql`select promoter_appid, payer from promoter`),
      reader.each<PayerState>(sql`select promoter_appid, seen_at, payer from promoter_state`),
    ),
  };
}

function settledIn(period: Period): Sql {
  const { from, to } = rangeOf(period);
  return sql`settled_at >= ${from} and settled_at < ${to} and commission_status = ${COMMISSION_STATUS.settled}`;
}

function* lines(reader: StoreReader, query: Sql, context: SettlementContext): Generator<SettlementLine> {
  for (const row of reader.each<SettlementRow>(query)) yield settlementLine(row, context);
}

/** Lines of the month as the rows stand now, in the order of the report. */
export function presentLines(reader: StoreReader, period: Period, context: SettlementContext) {
  return lines(reader, sql`select ${COLUMNS} from commission_order where ${settledIn(period)} ${CANONICAL}`, context);
}

/** The same by order and SKU, for comparing with frozen lines. */
export function presentLinesByKey(reader: StoreReader, period: Period, context: SettlementContext) {
  return lines(reader, sql`select ${COLUMNS} from commission_order where ${settledIn(period)} ${BY_KEY}`, context);
}

/** Paid in the month and neither settled nor cancelled: estimates. */
export function unsettledLines(reader: StoreReader, period: Period, context: SettlementContext) {
  const { from, to } = rangeOf(period);
  const { settled, cancelled } = COMMISSION_STATUS;
  return lines(
    reader,
    sql`select ${COLUMNS} from commission_order where paid_at >= ${from} and paid_at < ${to}
      and (commission_status is null or commission_status not in (${settled}, ${cancelled})) ${CANONICAL}`,
    context,
  );
}

/** Row numbers of the month in the order of the report; a closing writes while it reads, so it reads one by one. */
export function settledIds(reader: StoreReader, period: Period): Float64Array {
  const ids: number[] = [];
  for (const { id } of reader.each<{ id: number }>(
    sql`select id from commission_order where ${settledIn(period)} ${CANONICAL}`,
  ))
    ids.push(id);
  return Float64Array.from(ids);
}

/** Text of the query for one row by its number; prepared once, it answers a hundred thousand times. */
export const ROW_BY_ID = sql`select ${COLUMNS} from commission_order where id = ${null}`.text;
