import type { Fen } from '../../../shared/money.ts';
import { type Ppm, shareOf } from '../../../shared/rate.ts';

/**
 * What one piece at the lowest price brings, before the platform's own fee: the promoter's share of the service fee
 * by the documented rounding, the rest for the institution, so that both always add up to the fee.
 */
export function feePerPiece(serviceFee: Fen, ratio: Ppm): { promoter_fen: Fen; institution_fen: Fen } {
  const promoter = shareOf(serviceFee, ratio);
  return { promoter_fen: promoter, institution_fen: serviceFee - promoter };
}

export interface FeeRange {
  /** Lowest and highest over the chosen products. */
  promoter: [Fen, Fen];
  institution: [Fen, Fen];
}

/** Over several products; null when none of them says its fee. */
export function feeRange(products: readonly { service_fee_fen: Fen | null }[], ratio: Ppm): FeeRange | null {
  const previews = products
    .map((product) => product.service_fee_fen)
    .filter((fee) => fee !== null)
    .map((fee) => feePerPiece(fee, ratio));
  if (previews.length === 0) return null;
  const span = (amounts: Fen[]): [Fen, Fen] => [Math.min(...amounts), Math.max(...amounts)];
  return {
    promoter: span(previews.map((preview) => preview.promoter_fen)),
    institution: span(previews.map((preview) => preview.institution_fen)),
  };
}
