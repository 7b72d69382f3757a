import type { ChainCheck, OrderState } from '../../../../shared/contract/order.ts';
import { shareOf } from '../../../../shared/rate.ts';
import { COMMISSION_STATUS } from '../../../../shared/status.ts';

/** Why the platform's net service fee is another than ours, as far as the figures themselves tell. */
export type DifferenceReason =
  | 'equal'
  /** No figure of ours: the place in the chain is unknown, or the reply lacks an amount. */
  | 'no_figure'
  /** Cancelled, and the payment still stands in the reply. */
  | 'cancelled'
  /** One fen either way. */
  | 'rounding'
  /** The platform's gross is not its own rate of the payment, by just as much. */
  | 'gross'
  /** 10 % of the gross is missing, and no fee is stated. */
  | 'fee_unstated'
  /** A fee is stated, and the net still holds it. */
  | 'fee_not_taken'
  /** Just what went to the promoter, or to the reselling institution. */
  | 'promoter'
  | 'reseller'
  | 'unexplained';

const AFTER_FEE_PPM = 900_000;

export function differenceReason(order: OrderState, checks: readonly ChainCheck[]): DifferenceReason {
  const difference = order.difference_fen;
  if (difference === null) return 'no_figure';
  if (difference === 0) return 'equal';
  if (order.commission_status === COMMISSION_STATUS.cancelled && order.service_amount_fen === 0) return 'cancelled';
  if (Math.abs(difference) === 1) return 'rounding';
  const gross = checks.find(({ check }) => check === 'gross_of_rate');
  if (gross?.state === 'differs' && gross.stated_fen! - gross.expected_fen! === difference) return 'gross';
  const fee = order.platform_amount_fen;
  const total = order.service_total_fen ?? gross?.expected_fen ?? null;
  if (!fee && total !== null && total > 0 && difference === shareOf(total, AFTER_FEE_PPM) - total)
    return 'fee_unstated';
  if (fee && difference === fee) return 'fee_not_taken';
  const size = Math.abs(difference);
  if (size === order.promoter_amount_fen) return 'promoter';
  if (size === order.sub_agency_amount_fen) return 'reseller';
  return 'unexplained';
}
