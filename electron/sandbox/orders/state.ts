/** The state of a commission order at an instant: its events up to then, one after the other. */
import { type Faults, LONGEST_DELAY } from '../faults.ts';
import type { Deed } from '../world/world.ts';
import { shareOf } from './amounts.ts';
import { eventsOf, type LifeEvent } from './life.ts';
import { keyOf, type Line } from './line.ts';
import { type OddCode, oddFrom } from './odd-code.ts';

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
  /** A code nobody has documented that stands in one of the fields for a while. */
  odd: OddCode | null;
}

export interface Replay {
  actual: State;
  /** What lists, details and books show: the fault `late-change` keeps the last changes back. */
  shown: State;
  /** When either of them changes next, Unix seconds; null when the life is over. */
  next: number | null;
}

export function replay(line: Line, unix: number, deeds: readonly Deed[] | undefined, faults: Faults): Replay {
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
    odd: null,
  };
  let shown: State | null = null;
  // Switches are turned at any time: whether an odd code comes is known when it would.
  const odd = oddFrom(line);
  let next = odd > unix ? odd : Number.POSITIVE_INFINITY;
  for (const event of eventsOf(line, deeds, faults)) {
    if (event.at > unix) {
      next = Math.min(next, event.at);
      break;
    }
    const from = shownFrom(line, event, unix, faults);
    if (from > unix) {
      shown ??= { ...state };
      next = Math.min(next, from);
    }
    if (!apply(line, state, event)) continue;
    // Two changes in one second are one new state: nobody can see between them.
    if (event.at !== state.updateTime) state.states++;
    state.updateTime = event.at;
    // Whoever is shown a change is shown all before it.
    if (from <= unix) shown = null;
  }
  return { actual: state, shown: shown ?? state, next: Number.isFinite(next) ? next : null };
}

/** When a change shows. Of an order that is not visible yet there is nothing to keep back. */
function shownFrom(line: Line, event: LifeEvent, unix: number, faults: Faults): number {
  const { at } = event;
  if (event.kind === 'touch' || at <= line.visibleAt || at + LONGEST_DELAY <= unix) return at;
  return faults.hiddenUntil('late-change', keyOf(line), at);
}

/** Whether anything changed; what comes after the end of an order changes nothing. */
function apply(line: Line, state: State, event: LifeEvent): boolean {
  if (event.kind === 'touch') return true;
  if (event.kind === 'code') {
    state.odd = event.code;
    return true;
  }
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
