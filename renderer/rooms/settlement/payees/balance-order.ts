import type { PayeeBalance } from '../../../../shared/contract/payee.ts';
import type { Sort } from '../../../parts/index.ts';

const FIGURES = [
  'rows',
  'opening_fen',
  'sales_fen',
  'adjustments_fen',
  'write_offs_fen',
  'paid_fen',
  'closing_fen',
  'payable_fen',
  'platform_fen',
] as const satisfies readonly (keyof PayeeBalance)[];

/** By one figure; those alike by id, so that the order never jumps. */
export function orderBalances(rows: readonly PayeeBalance[], { by, direction }: Sort): PayeeBalance[] {
  const key = FIGURES.find((figure) => figure === by) ?? 'closing_fen';
  const sign = direction === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => sign * (a[key] - b[key]) || (a.payee_id < b.payee_id ? -1 : 1));
}
