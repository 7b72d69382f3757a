import type { OrderFigures, ReplyState } from '../../../shared/contract/order.ts';
import { type Fen, MoneyRangeError } from '../../../shared/money.ts';
import { ORDER_STATUS } from '../../../shared/status.ts';
import type { Unix } from '../../../shared/time.ts';
import { promoterShare, type SettlementContext } from '../settlement/line.ts';
import { settlementContext } from '../settlement/source.ts';
import { readSetting } from '../store/setting.ts';
import type { StoreReader } from '../store/store.ts';
import { type PlanBook, planBook } from './plan.ts';
import { expectedOf, roleOf } from './role.ts';

/** What a commission order's figures follow from beside its own replies. */
export interface DeriveContext {
  settlement: SettlementContext;
  plans: PlanBook;
  /** The institution's own AppID; null before it was ever connected. */
  ownAppId: string | null;
}

/** What earlier states of the same commission order say. */
export interface EarlierStates {
  peak_payment_fen: Fen | null;
  refunded_at: Unix | null;
  plan_type: number | null;
}

export function deriveContext(reader: StoreReader): DeriveContext {
  return {
    settlement: settlementContext(reader),
    plans: planBook(reader),
    ownAppId: readSetting(reader, 'app_id') ?? null,
  };
}

/** Our figures of a state. `before` is null for the first state seen. Once told, a plan stays: the product may change. */
export function deriveFigures(state: ReplyState, before: EarlierStates | null, context: DeriveContext): OrderFigures {
  const role = roleOf(state, context.ownAppId);
  const expected = orNull(() => expectedOf(state, role));
  const net = state.service_amount_fen;
  const owed =
    state.promoter_appid === null ? null : orNull(() => promoterShare(state, context.settlement).promoter_owed_fen);
  return {
    role,
    plan_type: before?.plan_type ?? context.plans.planOf(state),
    ...refundOf(state, before),
    expected_fen: expected,
    difference_fen: expected === null || net === null ? null : net - expected,
    owed_fen: owed,
    net_fen: net === null && !owed ? null : (net ?? 0) - (owed ?? 0),
  };
}

/** Rates and amounts beyond all sense have no figures of ours; the row is kept all the same. */
export function orNull(figure: () => Fen | null): Fen | null {
  try {
    return figure();
  } catch (error) {
    if (error instanceof MoneyRangeError) return null;
    throw error;
  }
}

/**
 * A refund shows as an order of which everything was refunded, or as a payment lower than it was once. An order that
 * was never paid had nothing to refund.
 */
export function refundOf(
  state: Pick<ReplyState, 'actual_payment_fen' | 'paid_at' | 'order_status' | 'updated_at'>,
  before: Pick<EarlierStates, 'peak_payment_fen' | 'refunded_at'> | null,
): Pick<OrderFigures, 'refunded' | 'refunded_at' | 'peak_payment_fen'> {
  const payment = state.actual_payment_fen;
  const earlier = before?.peak_payment_fen ?? null;
  const peak = payment === null || earlier === null ? (payment ?? earlier) : Math.max(payment, earlier);
  const lowered = peak !== null && payment !== null && payment < peak;
  const refunded = state.paid_at !== null && (state.order_status === ORDER_STATUS.refunded || lowered);
  return {
    refunded: refunded ? 1 : 0,
    refunded_at: refunded ? (before?.refunded_at ?? state.updated_at) : null,
    peak_payment_fen: peak,
  };
}
