import type { Fen } from '../../../shared/money.ts';
import type { Period } from '../../../shared/time.ts';
import { openFen, type PayeeBooks } from '../payee/facts.ts';

/**
 * What of a payee's balance of a closed month may still be drafted: what is left of it, less what stands in batches of
 * that month and earlier ones, and never more than all he is owed less all that stands in batches. `but` is a batch
 * that is not counted against itself.
 */
export function availableFen(books: PayeeBooks, payeeId: string, period: Period, but?: number): Fen {
  const ledger = books.ledger(payeeId);
  const open = books.open(payeeId).filter(({ batch_id }) => batch_id !== but);
  return Math.max(0, Math.min(ledger.leastSince(period) - openFen(open, period), ledger.balance_fen - openFen(open)));
}
