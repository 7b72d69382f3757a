/** Books of what came in besides the orders' own: balance, flows and clues, at the clock's time or an earlier one. */
import { balanceFields, flowFields } from '../endpoints/funds.ts';
import { flowsOf } from '../orders/flows.ts';
import type { Platform } from '../platform.ts';

type Row = Record<string, unknown>;

/** One row: fen that can be withdrawn, and fees of paid orders that are not settled. */
export function balanceBooks(platform: Platform, asOf?: number): Row[] {
  const book = platform.current();
  return [{ ...balanceFields(book, Math.min(asOf ?? book.now, book.now)) }];
}

/** As flowdetail/get has them, and the bookkeeping time in Unix seconds; in order of time. */
export function* flowBooks(platform: Platform, asOf?: number): Generator<Row> {
  const book = platform.current();
  const unix = Math.min(asOf ?? book.now, book.now);
  for (const flow of flowsOf(book).list) {
    if (flow.at > unix) return;
    yield { order_id: null, withdraw_id: null, ...flowFields(flow), bookkeeping_at: flow.at };
  }
}

export function* clueBooks(platform: Platform, asOf?: number): Generator<Row> {
  const book = platform.current();
  const unix = Math.min(asOf ?? book.now, book.now);
  for (const clue of book.clues) {
    if (clue.createTime > unix) return;
    yield {
      order_id: clue.orderId,
      sku_id: clue.sku.id,
      status: 20,
      shop_appid: clue.product.shop.appid,
      product_id: clue.product.id,
      product_title: clue.product.title,
      actual_payment: clue.payment,
      sharer_appid: clue.promoter.appid,
      create_time: clue.createTime,
      update_time: clue.createTime,
    };
  }
}
