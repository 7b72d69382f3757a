/** Funds: the balance and the flows behind it. Ids first, one call for each detail, as with orders. */
import { civilText, DAY, dayOf, HOUR, startOfDay, weekdayOf } from '../clock.ts';
import { amountsOf } from '../orders/amounts.ts';
import type { OrderBook, Settlement } from '../orders/book.ts';
import { mix } from '../random.ts';
import { intOf, optionalInt, optionalText, textOf } from '../wire/body.ts';
import { readCursor, writeCursor } from '../wire/cursor.ts';
import { refusal } from '../wire/refusal.ts';
import { type Call, type Endpoints, post } from './endpoint.ts';

const FUNDS = '/channels/ec/league/headsupplier/funds';
/** From here on a page is given by cursor only. */
const CURSOR_FROM = 5000;
const PAGE_MAX = 100;
/** Weekly withdrawal, Monday 10:00 UTC+8, of what is above a small rest, fen. */
const WITHDRAW_AT = 10 * HOUR;
const REST = 10_000;

interface Flow {
  id: string;
  at: number;
  /** 1 withdrawal, 2 profit sharing. */
  type: 1 | 2;
  /** fen; positive also when it goes out, since the platform's sign is not documented. */
  amount: number;
  balance: number;
  orderId: string;
}

export const fundsEndpoints: Endpoints = {
  [`${FUNDS}/balance/get`]: post(({ book }) => {
    const { list } = flowsOf(book);
    return { available_amount: list[list.length - 1]?.balance ?? 0, pending_amount: pendingOf(book) };
  }),

  [`${FUNDS}/flowlist/get`]: post((call) => {
    const { body, book } = call;
    const page = optionalInt(body, 'page', 1, Number.MAX_SAFE_INTEGER) ?? 1;
    const size = optionalInt(body, 'page_size', 1, PAGE_MAX) ?? 10;
    const type = optionalInt(body, 'funds_type', 1, 3);
    const start = optionalInt(body, 'start_time', 0, Number.MAX_SAFE_INTEGER) ?? 0;
    const end = optionalInt(body, 'end_time', 0, Number.MAX_SAFE_INTEGER) ?? Number.MAX_SAFE_INTEGER;
    const { list } = flowsOf(book);
    const skip = skipOf(call, page, size);
    const rows: string[] = [];
    let seen = 0;
    let next = -1;
    const first = 'from' in skip ? skip.from : firstAt(list, start);
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
    return {
      funds_flow: {
        flow_id: flow.id,
        funds_type: flow.type,
        amount: flow.amount,
        balance: flow.balance,
        bookkeeping_time: civilText(flow.at),
        remark: flow.type === 1 ? '提现' : '分账',
        ...(flow.type === 1 ? { withdraw_id: `w${flow.id}` } : { order_id: flow.orderId }),
      },
    };
  }),
};

/** Where a page begins: at a place a cursor names, or after so many rows. */
function skipOf({ body }: Call, page: number, size: number): { from: number } | { rows: number } {
  const cursor = optionalText(body, 'next_key');
  if (cursor !== undefined) {
    const [before, was, next] = readCursor('flows', cursor).map(Number);
    // Honoured only as the page after the one it came with, of the same size.
    if (before === page - 1 && was === size) return { from: next as number };
  }
  intOf({ rows: page * size }, 'rows', 0, cursor === undefined ? CURSOR_FROM - 1 : Number.MAX_SAFE_INTEGER);
  return { rows: (page - 1) * size };
}

function firstAt(list: readonly Flow[], start: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Flow).at < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Flows {
  list: Flow[];
  byId: Map<string, Flow>;
  /** Settlements already written. */
  taken: number;
  /** First Monday not yet withdrawn on, as a day. */
  monday: number;
}

const kept = new WeakMap<OrderBook, Flows>();

/** Flows up to the book's time; written on from where they stood, for they only grow. */
function flowsOf(book: OrderBook): Flows {
  let flows = kept.get(book);
  if (flows === undefined) {
    const first = dayOf(book.settlements[0]?.at ?? book.now);
    flows = { list: [], byId: new Map(), taken: 0, monday: first + ((8 - weekdayOf(first)) % 7) };
    kept.set(book, flows);
  }
  for (; flows.taken < book.settlements.length; flows.taken++) {
    const settlement = book.settlements[flows.taken] as Settlement;
    withdraw(flows, settlement.at);
    const { line } = settlement;
    const amount = amountsOf(line, book.stateOf(line, settlement.at)).service;
    if (amount > 0) add(flows, { type: 2, at: settlement.at, amount, orderId: line.orderId, key: line.skuId });
  }
  withdraw(flows, book.now);
  return flows;
}

function withdraw(flows: Flows, until: number): void {
  for (; startOfDay(flows.monday) + WITHDRAW_AT <= until; flows.monday += 7) {
    const balance = flows.list[flows.list.length - 1]?.balance ?? 0;
    const at = startOfDay(flows.monday) + WITHDRAW_AT;
    if (balance > REST) add(flows, { type: 1, at, amount: balance - REST, orderId: '', key: '' });
  }
}

function add(flows: Flows, entry: { type: 1 | 2; at: number; amount: number; orderId: string; key: string }): void {
  const { type, at, amount, orderId } = entry;
  const before = flows.list[flows.list.length - 1]?.balance ?? 0;
  const number = mix('flow', at, orderId, entry.key).toString().padStart(10, '0');
  const flow: Flow = {
    id: `40${dayOf(at)}${number}${String(flows.list.length % 1000).padStart(3, '0')}`,
    at,
    type,
    amount,
    balance: type === 1 ? before - amount : before + amount,
    orderId,
  };
  flows.list.push(flow);
  flows.byId.set(flow.id, flow);
}

/** Fees of orders that are paid and not settled, of the last 45 days: none stays open longer. */
function pendingOf(book: OrderBook): number {
  let pending = 0;
  book.byCreate.scan(book.now - 45 * DAY, book.now, undefined, (line) => {
    const state = book.stateOf(line);
    if (state.commissionStatus === 20 && state.payTime !== null) pending += amountsOf(line, state).service;
    return true;
  });
  return pending;
}
