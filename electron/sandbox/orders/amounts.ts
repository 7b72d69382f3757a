/**
 * Money of a commission order, in fen. Every share is the payment times a ratio in ppm, rounded down; never rounded up,
 * except the platform's fee, which is 10 % of the gross rounded up.
 */
import type { Line } from './line.ts';
import type { State } from './state.ts';

export interface Amounts {
  /** Payment the shares are taken of. */
  payment: number;
  /** Service fee of the institution before anything is passed on. */
  gross: number;
  platform: number;
  /** Totals handed to the next links, not what those keep. */
  talent: number;
  reseller: number;
  agency: number;
  sharer: number;
  /** What the institution keeps over all its roles. */
  service: number;
}

const NOTHING: Amounts = {
  payment: 0,
  gross: 0,
  platform: 0,
  talent: 0,
  reseller: 0,
  agency: 0,
  sharer: 0,
  service: 0,
};

export function shareOf(payment: number, ratio: number): number {
  const product = payment * ratio;
  if (!Number.isSafeInteger(product)) throw new RangeError(`share of ${payment} fen leaves the safe integers`);
  return Math.floor(product / 1_000_000);
}

/** gross - floor(0.9 x gross) */
export function platformFee(gross: number): number {
  return gross - Math.floor((gross * 9) / 10);
}

export function amountsOf(line: Line, state: State): Amounts {
  if (state.commissionStatus === 200) return NOTHING;
  const { payment } = state;
  const gross = shareOf(payment, line.serviceRatio);
  const platform = state.feeOn ? platformFee(gross) : 0;
  const reseller = shareOf(payment, line.resellerRatio);
  const agency = shareOf(payment, line.agencyRatio);
  const sharer = shareOf(payment, line.sharerRatio);
  // Head and promoter institution at once keeps both nets (4 + 1 of the documents' chain); otherwise the gross fee
  // and the promoter institution's fee are the same money.
  const service = line.reseller !== null ? gross - platform - reseller + agency - sharer : gross - platform - sharer;
  return { payment, gross, platform, talent: shareOf(payment, line.talentRatio), reseller, agency, sharer, service };
}
