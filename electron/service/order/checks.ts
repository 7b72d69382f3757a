import type { ChainCheck, OrderState } from '../../../shared/contract/order.ts';
import type { Fen } from '../../../shared/money.ts';
import { shareOf } from '../../../shared/rate.ts';
import { orNull } from './derive.ts';
import { grossOf } from './role.ts';

/** What stays after the platform's fee, where it takes one: 90 %, so that the fee is 10 % rounded up. */
const AFTER_FEE_PPM = 900_000;

/**
 * The identities of a commission order that its parties make sense of, each with what it gives and what the platform
 * states. The net is compared with the very figure that stands in the row, so the two never contradict each other.
 * `owedByRule` is what the rules as they stand now say.
 */
export function chainChecks(order: OrderState, owedByRule: Fen | null): ChainCheck[] {
  const checks = [check('gross_of_rate', () => grossOf(order), order.service_total_fen), feeOfGross(order)];
  const net = order.role === 'promoter_agency' ? 'agency_net' : 'net_of_gross';
  checks.push(check(net, () => order.expected_fen, order.service_amount_fen));
  if (order.promoter_appid !== null) {
    checks.push(
      promoterOfRate(order),
      check('owed_of_rule', () => owedByRule, order.owed_fen),
    );
  }
  return checks;
}

/** The fee is on few rows and can vanish again; 0 says that none is taken, and nothing is to be checked. */
function feeOfGross(order: OrderState): ChainCheck {
  const fee = order.platform_amount_fen;
  const gross = order.service_total_fen;
  if (!fee) return { check: 'fee_of_gross', state: 'open', expected_fen: null, stated_fen: fee };
  return check('fee_of_gross', () => (gross === null ? null : platformFeeOf(gross)), fee);
}

/** What the platform takes of a gross fee where it takes something. */
export function platformFeeOf(gross: Fen): Fen {
  return gross - shareOf(gross, AFTER_FEE_PPM);
}

/** Under a split the institution pays itself the platform pays the promoter nothing: then nothing is to be checked. */
function promoterOfRate(order: OrderState): ChainCheck {
  const stated = order.promoter_amount_fen;
  if (stated === 0) return { check: 'promoter_of_rate', state: 'open', expected_fen: null, stated_fen: stated };
  return check('promoter_of_rate', () => promoterAmountOf(order), stated);
}

/**
 * The platform does not say what the promoter's rate is of: the payment, like all other rates of the reply, or the fee
 * of the promoter institution, like the rate staff set. Whichever gives the amount stated is it.
 */
export function promoterAmountOf(order: PromoterState): Fen | null {
  const { promoter_ratio_ppm: ratio, promoter_amount_fen: stated, actual_payment_fen, agency_amount_fen } = order;
  if (ratio === null) return null;
  const ofPayment = actual_payment_fen === null ? null : shareOf(actual_payment_fen, ratio);
  const ofAgency = agency_amount_fen === null ? null : shareOf(agency_amount_fen, ratio);
  return ofAgency !== null && ofAgency === stated ? ofAgency : (ofPayment ?? ofAgency);
}

type PromoterState = Pick<
  OrderState,
  'promoter_ratio_ppm' | 'promoter_amount_fen' | 'actual_payment_fen' | 'agency_amount_fen'
>;

function check(name: ChainCheck['check'], give: () => Fen | null, stated: Fen | null): ChainCheck {
  const expected = orNull(give);
  const state = expected === null || stated === null ? 'open' : expected === stated ? 'holds' : 'differs';
  return { check: name, state, expected_fen: expected, stated_fen: stated };
}
