import type { Measures } from '../../../shared/contract/analysis.ts';
import { addFen } from '../../../shared/money.ts';

export const MEASURES = [
  'rows',
  'orders',
  'actual_payment_fen',
  'service_total_fen',
  'platform_amount_fen',
  'service_amount_fen',
  'promoter_amount_fen',
  'owed_fen',
  'net_fen',
  'difference_fen',
] as const satisfies readonly (keyof Measures)[];

export function noMeasures(): Measures {
  return {
    rows: 0,
    orders: 0,
    actual_payment_fen: 0,
    service_total_fen: 0,
    platform_amount_fen: 0,
    service_amount_fen: 0,
    promoter_amount_fen: 0,
    owed_fen: 0,
    net_fen: 0,
    difference_fen: 0,
  };
}

/** Adds in place. Throws `MoneyRangeError` outside the safe integers. */
export function addMeasures(to: Measures, from: Measures): void {
  for (const measure of MEASURES) to[measure] = addFen(to[measure], from[measure]);
}
