import type { Page } from '../../../shared/contract/paging.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { AdjustmentRow } from '../../../shared/contract/settlement.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { closedMonth, closedMonths, readLine } from './closed.ts';
import type { SettlementLine } from './line.ts';
import { monthsAdjustedBy, pendingAdjustments } from './pending.ts';
import { rangeOf, settlementContext } from './source.ts';

/**
 * The lines of a month that correct closed ones, in the order of the report: of an open month those that would be
 * frozen with it now. Throws `period.invalid`, and `input.invalid` for a cursor that is none.
 */
export function adjustmentPage(
  reader: StoreReader,
  { period, cursor, limit }: { period: Period; cursor?: string | undefined; limit: number },
): Page<AdjustmentRow> {
  rangeOf(period);
  const from = Number(cursor ?? 0);
  if (!Number.isSafeInteger(from) || from < 0)
    throw new DeskError('input.invalid', { field: 'cursor', value: cursor ?? '' });
  const all = adjustmentRows(reader, period);
  const rows = all.slice(from, from + limit);
  return { rows, next_cursor: from + limit < all.length ? String(from + limit) : null, total: all.length };
}

function adjustmentRows(reader: StoreReader, period: Period): AdjustmentRow[] {
  const closed = closedMonth(reader, period);
  if (!closed) {
    const homes = monthsAdjustedBy(closedMonths(reader), period);
    return pendingAdjustments(reader, homes, settlementContext(reader)).map(({ line, known_at }) =>
      rowOf(line, known_at),
    );
  }
  return reader
    .all<{ line: string }>(
      sql`select line from closing_line where closing_id = ${closed.closing_id} and kind = 'adjustment' order by seq`,
    )
    .map(({ line }) => rowOf(readLine(line), null));
}

function rowOf(line: SettlementLine, known_at: Unix | null): AdjustmentRow {
  return {
    order_id: line.order_id,
    sku_id: line.sku_id,
    adjusts_period: line.adjusts_period!,
    reason: line.adjustment_reason!,
    shop_appid: line.shop_appid,
    shop_name: line.shop_name,
    product_title: line.product_title,
    promoter_appid: line.promoter_appid,
    promoter_name: line.promoter_name,
    actual_payment_fen: line.actual_payment_fen ?? 0,
    service_amount_fen: line.service_amount_fen ?? 0,
    promoter_owed_fen: line.promoter_owed_fen ?? 0,
    net_fen: line.net_fen ?? 0,
    known_at: known_at ?? line.updated_at,
  };
}
