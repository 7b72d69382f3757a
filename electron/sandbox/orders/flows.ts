/** The flows of funds behind the balance: what settled orders bring, and a withdrawal a week. */
import { dayOf, HOUR, startOfDay, weekdayOf } from '../clock.ts';
import { mix } from '../random.ts';
import { type OrderBook, pendingOf, type Settlement } from './book.ts';

/** Weekly withdrawal, Monday 10:00 UTC+8, of what is above a small rest, fen. */
const WITHDRAW_AT = 10 * HOUR;
const REST = 10_000;

export interface Flow {
  id: string;
  /** Unix seconds */
  at: number;
  /** 1 withdrawal, 2 profit sharing. */
  type: 1 | 2;
  /** fen; positive also when it goes out, since the platform's sign is not documented. */
  amount: number;
  /** fen, after it. */
  balance: number;
  /** Empty for a withdrawal. */
  orderId: string;
}

export interface Flows {
  /** In order of time. */
  list: Flow[];
  byId: Map<string, Flow>;
  /** Settlements already written. */
  taken: number;
  /** First Monday not yet withdrawn on, as a day. */
  monday: number;
}

const kept = new WeakMap<OrderBook, Flows>();

/** Flows up to the book's time; written on from where they stood, for they only grow. */
export function flowsOf(book: OrderBook): Flows {
  let flows = kept.get(book);
  if (flows === undefined) {
    const first = dayOf(book.settlements[0]?.at ?? book.now);
    flows = { list: [], byId: new Map(), taken: 0, monday: first + ((8 - weekdayOf(first)) % 7) };
    kept.set(book, flows);
  }
  for (; flows.taken < book.settlements.length; flows.taken++) {
    const settlement = book.settlements[flows.taken] as Settlement;
    withdraw(flows, settlement.at);
    const { line, amount } = settlement;
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

/** fen that can be withdrawn at an instant the book has reached. */
export function balanceAt(book: OrderBook, unix: number): number {
  const { list } = flowsOf(book);
  return list[firstFlowAt(list, unix + 1) - 1]?.balance ?? 0;
}

/** Fees of orders that are paid and not settled at an instant, fen. */
export function pendingAt(book: OrderBook, unix: number): number {
  if (unix >= book.now) return book.pending;
  let pending = 0;
  book.byCreate.scan(0, unix, undefined, (line) => {
    if (line.visibleAt <= unix) pending += pendingOf(line, book.stateOf(line, unix));
    return true;
  });
  return pending;
}

/** Place of the first flow at an instant or after it. */
export function firstFlowAt(list: readonly Flow[], start: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Flow).at < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
