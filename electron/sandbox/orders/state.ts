/** The state of a commission order at an instant: its events up to then, one after the other. */
import type { Refund } from '../world/world.ts';
import { shareOf } from './amounts.ts';
import { eventsOf, type LifeEvent } from './life.ts';
import type { Line } from './line.ts';

export interface State {
  orderStatus: number;
  /** 20 not settled, 100 settled, 200 settlement cancelled. */
  commissionStatus: 20 | 100 | 200;
  /** actual_payment, fen. */
  payment: number;
  feeOn: boolean;
  payTime: number | null;
  settledTime: number | null;
  /** Of the commission order: moves with every change. */
  updateTime: number;
  /** Of the buyer's order: stays when only the commission changed. */
  orderUpdateTime: number;
  /** Different states so far, the first one counted. */
  states: number;
}

export interface Replay {
  state: State;
  /** Time of the next event, Unix seconds; null when the life is over. */
  next: number | null;
}

export function replay(line: Line, unix: number, byHand: readonly Refund[] | undefined): Replay {
  const state: State = {
    orderStatus: 10,
    commissionStatus: 20,
    payment: line.payable,
    feeOn: false,
    payTime: null,
    settledTime: null,
    updateTime: line.createTime,
    orderUpdateTime: line.orderCreateTime,
    states: 1,
  };
  for (const event of eventsOf(line, byHand)) {
    if (event.at > unix) return { state, next: event.at };
    if (apply(line, state, event)) {
      // Two changes in one second are one new state: nobody can see between them.
      if (event.at !== state.updateTime) state.states++;
      state.updateTime = event.at;
    }
  }
  return { state, next: null };
}

/** Whether anything changed; what comes after the end of an order changes nothing. */
function apply(line: Line, state: State, event: LifeEvent): boolean {
  if (state.orderStatus === 200 || state.orderStatus === 250) return false;
  switch (event.kind) {
    case 'unpaid':
      state.orderStatus = 250;
      return cancel(state, event.at);
    case 'pay':
      state.orderStatus = 20;
      state.payTime = event.at;
      state.orderUpdateTime = event.at;
      return true;
    case 'step':
      if (state.orderStatus === event.status) return false;
      state.orderStatus = event.status;
      state.orderUpdateTime = event.at;
      return true;
    case 'settle':
      state.commissionStatus = 100;
      state.settledTime = event.at;
      return true;
    case 'fee-on':
      if (state.feeOn || state.commissionStatus !== 20 || shareOf(state.payment, line.serviceRatio) === 0) return false;
      state.feeOn = true;
      return true;
    case 'fee-off':
      if (!state.feeOn || state.commissionStatus !== 20) return false;
      state.feeOn = false;
      return true;
    case 'refund-all':
      state.orderStatus = state.payTime === null ? 250 : 200;
      return cancel(state, event.at);
    case 'refund-share':
      return lower(state, shareOf(state.payment, event.left), event.at);
    case 'refund-to':
      return lower(state, event.left, event.at);
  }
}

/** Before settlement nothing is left; after it the amounts stand although the order is cancelled. */
function cancel(state: State, at: number): boolean {
  state.orderUpdateTime = at;
  if (state.commissionStatus === 20) {
    state.commissionStatus = 200;
    state.payment = 0;
  }
  return true;
}

/** A partial refund lowers what the commissions are computed on, and only before settlement. */
function lower(state: State, payment: number, at: number): boolean {
  if (state.commissionStatus !== 20 || payment >= state.payment) return false;
  state.payment = payment;
  state.orderUpdateTime = at;
  return true;
}
