import type { Because, Compared, DifferenceReason } from '../../../shared/contract/difference.ts';
import { ROLES } from '../../../shared/contract/order.ts';
import { ROUNDINGS } from '../../../shared/contract/rule.ts';
import { type Fen, MoneyRangeError } from '../../../shared/money.ts';
import { type Ppm, shareOf, WHOLE } from '../../../shared/rate.ts';
import { platformFeeOf } from '../order/checks.ts';
import { expectedOf, grossOf } from '../order/role.ts';
import { type FeeRow, ourFigure, statedFigure } from './figures.ts';
import type { RowHistory } from './history.ts';
import { roundShare } from './rounding.ts';

export interface Reason {
  reason: DifferenceReason;
  because: Because;
}

export interface ReasonContext {
  /** The platform's fee by a rule of ours; null when nobody set one. */
  fee_ppm: Ppm | null;
}

/** Something else the platform may have done, and the amount that would have given (fen). */
interface Other extends Reason {
  gives: Fen | null;
}

const UNEXPLAINED: Reason = { reason: 'unexplained', because: { text: 'nothing', params: {} } };
/** The platform's fee where it takes one and no rule says otherwise. */
const DOCUMENTED_FEE: Ppm = 100_000;

/**
 * Why an amount differs: the first of the ways known in which the platform could have come to exactly its amount, the
 * likeliest first. A refund may also have left it anywhere between what the payments before and after it give.
 */
export function reasonOf(of: Compared, row: FeeRow, history: RowHistory, context: ReasonContext): Reason {
  const stated = statedFigure(of, row);
  const ours = ourFigure(of, row);
  if (stated === null || ours === null) return UNEXPLAINED;
  try {
    for (const { gives, reason, because } of others(of, { row, ours, stated, history, context }))
      if (gives === stated) return { reason, because };
    return between(of, { row, ours, stated, history }) ?? UNEXPLAINED;
  } catch (error) {
    // A rate or payment of an earlier state that is beyond all sense.
    if (error instanceof MoneyRangeError) return UNEXPLAINED;
    throw error;
  }
}

interface Case {
  row: FeeRow;
  ours: Fen;
  stated: Fen;
  history: RowHistory;
}

function* others(of: Compared, found: Case & { context: ReasonContext }): Generator<Other> {
  if (Math.abs(found.stated - found.ours) <= 1) yield* otherRoundings(of, found);
  const isNet = of === 'service_amount' || of === 'parts';
  if (isNet) yield* otherFees(found);
  yield* beforeRefund(of, found);
  if (of === 'service_amount') yield* otherRoles(found);
  if (isNet) yield* unstatedFee(found);
  yield* otherRates(of, found);
}

/** Whether the figure grows and falls with the gross fee, fen by fen. */
function followsGross(of: Compared, { role }: FeeRow): boolean {
  return of === 'gross' || (of === 'service_amount' && (role === 'head' || role === 'both'));
}

function* otherRoundings(of: Compared, { row, ours }: Case): Generator<Other> {
  const { actual_payment_fen: payment, service_ratio_ppm: ratio, service_total_fen: whole } = row;
  for (const rounding of ROUNDINGS) {
    const rounded = (text: Because['text'], base: Fen, ratio: Ppm, from: Fen, sign: 1 | -1): Other => {
      const to = roundShare(base, ratio, rounding);
      const params = { base_fen: base, ratio_ppm: ratio, rounding, from_fen: from, to_fen: to };
      return { reason: 'rounding', because: { text, params }, gives: ours + sign * (to - from) };
    };
    if (followsGross(of, row) && payment !== null && ratio !== null)
      yield rounded('gross_rounded', payment, ratio, shareOf(payment, ratio), 1);
    const fee = row.platform_amount_fen;
    if (fee && whole !== null) {
      if (of === 'platform_fee') yield rounded('fee_rounded', whole, DOCUMENTED_FEE, ours, 1);
      if (of === 'service_amount') yield rounded('fee_rounded', whole, DOCUMENTED_FEE, fee, -1);
    }
    const share = row.promoter_amount_fen;
    if (!share || row.promoter_ratio_ppm === null) continue;
    for (const base of [row.agency_amount_fen, payment]) {
      if (base === null) continue;
      if (of === 'promoter') yield rounded('promoter_rounded', base, row.promoter_ratio_ppm, ours, 1);
      if (of === 'service_amount' && (row.role === 'promoter_agency' || row.role === 'both'))
        yield rounded('promoter_rounded', base, row.promoter_ratio_ppm, share, -1);
    }
  }
}

/** The fee is stated from some state on; the net does not always follow it in the same one. */
function* otherFees({ row, ours, history }: Case): Generator<Other> {
  const fee = row.platform_amount_fen ?? 0;
  if (fee > 0) yield withFee(row, ours, 0, { text: 'fee_not_taken', params: { fee_fen: fee } });
  for (const state of history.states()) {
    const before = state.platform_amount_fen ?? 0;
    if (before !== fee)
      yield withFee(row, ours, before, { text: 'fee_before', params: { fee_fen: fee, before_fen: before } });
  }
}

/** A fee was taken that the reply does not tell of. */
function* unstatedFee({ row, ours, context }: Case & { context: ReasonContext }): Generator<Other> {
  if (row.platform_amount_fen) return;
  const base = row.role === 'promoter_agency' ? row.agency_amount_fen : (row.service_total_fen ?? grossOf(row));
  if (base === null) return;
  for (const ratio of new Set([context.fee_ppm ?? DOCUMENTED_FEE, DOCUMENTED_FEE])) {
    const fee = feeAt(base, ratio);
    const params = { fee_fen: fee, base_fen: base, ratio_ppm: ratio };
    yield withFee(row, ours, fee, { text: 'fee_not_stated', params });
  }
}

function withFee(row: FeeRow, ours: Fen, taken: Fen, because: Because): Other {
  return { reason: 'fee_appeared', because, gives: ours + (row.platform_amount_fen ?? 0) - taken };
}

/** Rounded up, as the platform was seen to do. */
function feeAt(gross: Fen, ratio: Ppm): Fen {
  return ratio === DOCUMENTED_FEE ? platformFeeOf(gross) : gross - shareOf(gross, WHOLE - ratio);
}

/** What earlier payments give, and amounts that were left as they stood before the payment fell. */
function* beforeRefund(of: Compared, { row, ours, history }: Case): Generator<Other> {
  const payment = row.actual_payment_fen;
  if (payment === null) return;
  for (const state of history.states()) {
    const before = state.actual_payment_fen;
    if (before === null || before <= payment) continue;
    const params = { payment_fen: payment, before_fen: before };
    if (followsGross(of, row) && row.service_ratio_ppm !== null)
      yield {
        reason: 'partial_refund',
        because: { text: 'payment_before', params: { ...params, ratio_ppm: row.service_ratio_ppm } },
        gives: ours + shareOf(before, row.service_ratio_ppm) - shareOf(payment, row.service_ratio_ppm),
      };
    const amount = earlierAmount(of, state);
    if (amount !== null)
      yield {
        reason: 'partial_refund',
        because: { text: 'amount_before', params: { ...params, amount_fen: amount } },
        gives: amount,
      };
  }
}

function earlierAmount(
  of: Compared,
  { service_amount_fen, platform_amount_fen, promoter_amount_fen }: ReturnType<RowHistory['states']>[number],
): Fen | null {
  switch (of) {
    case 'service_amount':
    case 'parts':
      return service_amount_fen;
    case 'platform_fee':
      return platform_amount_fen;
    case 'promoter':
      return promoter_amount_fen;
    // Versions do not keep the gross.
    default:
      return null;
  }
}

function* otherRoles({ row }: Case): Generator<Other> {
  for (const role of ROLES)
    if (role !== row.role)
      yield {
        reason: 'role',
        because: { text: 'other_role', params: { role: row.role, other: role } },
        gives: expectedOf(row, role),
      };
}

function* otherRates(
  of: Compared,
  { row, ours, history, context }: Case & { context: ReasonContext },
): Generator<Other> {
  const { actual_payment_fen: payment, service_ratio_ppm: ratio, service_total_fen: whole } = row;
  if (of === 'platform_fee' && whole !== null && context.fee_ppm !== null)
    yield {
      reason: 'rule_changed',
      because: { text: 'fee_by_rule', params: { base_fen: whole, ratio_ppm: context.fee_ppm } },
      gives: feeAt(whole, context.fee_ppm),
    };
  if (!followsGross(of, row) || payment === null || ratio === null) return;
  for (const { ratio_ppm, from, plan_type } of history.rates()) {
    if (ratio_ppm === ratio) continue;
    const params = { ratio_ppm: ratio, other_ppm: ratio_ppm };
    yield {
      reason: 'rule_changed',
      because:
        from === 'plan' && plan_type !== null
          ? { text: 'rate_of_plan', params: { ...params, plan_type } }
          : { text: 'rate_before', params },
      gives: ours + shareOf(payment, ratio_ppm) - shareOf(payment, ratio),
    };
  }
}

/** The platform went by a payment it names nowhere: less than the largest there was, more than what is left. */
function between(of: Compared, { row, ours, stated, history }: Case): Reason | null {
  const { actual_payment_fen: payment, service_ratio_ppm: ratio } = row;
  if (!followsGross(of, row) || payment === null || !ratio) return null;
  const peak = history.states().reduce((most, state) => Math.max(most, state.actual_payment_fen ?? 0), payment);
  if (stated <= ours || stated >= ours + shareOf(peak, ratio) - shareOf(payment, ratio)) return null;
  // The least payment that gives the gross needed.
  const gross = shareOf(payment, ratio) + stated - ours;
  const base = Number((BigInt(gross) * BigInt(WHOLE) + BigInt(ratio) - 1n) / BigInt(ratio));
  const params = { payment_fen: payment, peak_fen: peak, base_fen: base, ratio_ppm: ratio };
  return { reason: 'partial_refund', because: { text: 'payment_between', params } };
}
