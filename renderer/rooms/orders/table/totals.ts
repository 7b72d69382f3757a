import type { OrderRow, OrderTotals } from '../../../../shared/contract/order.ts';

/** The sums of the totals by the column they stand under. */
export const SUMS = [
  'actual_payment_fen',
  'service_total_fen',
  'platform_amount_fen',
  'service_amount_fen',
  'promoter_amount_fen',
  'owed_fen',
  'net_fen',
  'difference_fen',
] as const satisfies (keyof OrderTotals & keyof OrderRow)[];
export type SumKey = (typeof SUMS)[number];

export const COUNTS = ['rows', 'orders', 'paid_rows', 'differing_rows'] as const satisfies (keyof OrderTotals)[];

/** Sums over rows at hand; rows without an amount add nothing. */
export function sumsOf(rows: Iterable<OrderRow>): Record<SumKey, number> {
  const sums = Object.fromEntries(SUMS.map((key) => [key, 0])) as Record<SumKey, number>;
  for (const row of rows) for (const key of SUMS) sums[key] += row[key] ?? 0;
  return sums;
}
