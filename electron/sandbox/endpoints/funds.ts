/** Funds: the balance and the flows behind it. Ids first, one call for each detail, as with orders. */
import { civilText } from '../clock.ts';
import type { OrderBook } from '../orders/book.ts';
import { balanceAt, type Flow, firstFlowAt, flowsOf, pendingAt } from '../orders/flows.ts';
import { BAD_PARAMETER, optionalInt, optionalText, textOf } from '../wire/body.ts';
import { readCursor, writeCursor } from '../wire/cursor.ts';
import { refusal } from '../wire/refusal.ts';
import { type Call, type Endpoints, post } from './endpoint.ts';

const FUNDS = '/channels/ec/league/headsupplier/funds';
/** From here on a page is given by cursor only. */
const CURSOR_FROM = 5000;
const PAGE_MAX = 100;

export const fundsEndpoints: Endpoints = {
  [`${FUNDS}/balance/get`]: post(({ book }) => balanceFields(book, book.now)),

  [`${FUNDS}/flowlist/get`]: post((call) => {
    const { body, book } = call;
    const page = optionalInt(body, 'page', 1, Number.MAX_SAFE_INTEGER) ?? 1;
    const size = optionalInt(body, 'page_size', 1, PAGE_MAX) ?? 10;
    const type = optionalInt(body, 'funds_type', 1, 3);
    const start = optionalInt(body, 'start_time', 0, Number.MAX_SAFE_INTEGER) ?? 0;
    const end = optionalInt(body, 'end_time', 0, Number.MAX_SAFE_INTEGER) ?? Number.MAX_SAFE_INTEGER;
    if (start > end) throw refusal(BAD_PARAMETER, 'start_time');
    const { list } = flowsOf(book);
    const skip = skipOf(call, page, size);
    const rows: string[] = [];
    let seen = 0;
    let next = -1;
    const first = 'from' in skip ? skip.from : firstFlowAt(list, start);
    for (let i = first; i < list.length; i++) {
      const flow = list[i] as Flow;
      if (flow.at > end) break;
      if (flow.at < start || (type !== undefined && flow.type !== type)) continue;
      if ('rows' in skip && seen++ < skip.rows) continue;
      if (rows.length === size) {
        next = i;
        break;
      }
      rows.push(flow.id);
    }
    return { flow_ids: rows, has_more: next >= 0, next_key: next < 0 ? '' : writeCursor('flows', [page, size, next]) };
  }),

  [`${FUNDS}/flowdetail/get`]: post(({ book, body }) => {
    const flow = flowsOf(book).byId.get(textOf(body, 'flow_id'));
    if (flow === undefined) throw refusal(10024008);
    return { funds_flow: flowFields(flow) };
  }),
};

/** As the balance call and the books have it, fen. */
export function balanceFields(book: OrderBook, unix: number): { available_amount: number; pending_amount: number } {
  return { available_amount: balanceAt(book, unix), pending_amount: pendingAt(book, unix) };
}

/** As the detail call and the books have it. */
export function flowFields(flow: Flow): Record<string, unknown> {
  return {
    flow_id: flow.id,
    funds_type: flow.type,
    amount: flow.amount,
    balance: flow.balance,
    bookkeeping_time: civilText(flow.at),
    remark: flow.type === 1 ? '提现' : '分账',
    ...(flow.type === 1 ? { withdraw_id: `w${flow.id}` } : { order_id: flow.orderId }),
  };
}

/** Where a page begins: at a place a cursor names, or after so many rows. */
function skipOf({ body }: Call, page: number, size: number): { from: number } | { rows: number } {
  const cursor = optionalText(body, 'next_key');
  if (cursor !== undefined) {
    const [before, was, next] = readCursor('flows', cursor).map(Number);
    // Honoured only as the page after the one it came with, of the same size.
    if (before === page - 1 && was === size) return { from: next as number };
  }
  if (page * size >= CURSOR_FROM) throw refusal(BAD_PARAMETER, 'next_key');
  return { rows: (page - 1) * size };
}
