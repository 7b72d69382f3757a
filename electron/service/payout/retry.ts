import type { PayoutBatch } from '../../../shared/contract/payout.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { payeeBooks } from '../payee/facts.ts';
import { addUpOwed } from '../payee/owed.ts';
import type { Store } from '../store/store.ts';
import { availableFen } from './available.ts';
import { isRetryable, payoutBatch } from './batch.ts';
import { writeBatch } from './draft.ts';
import { accountsOf, type Drafted } from './plan.ts';

/**
 * A new draft of what failed or was paid in part only, as far as it is still owed, to the accounts of now; however
 * little it is. Throws `payout.nothing_to_retry`, `period.open`.
 */
export async function retryPayout(context: Context, batchId: number): Promise<PayoutBatch> {
  const { store } = context;
  await addUpOwed(store);
  const retry = store.durably(() => {
    const batch = payoutBatch(store, batchId);
    const drafted = stillOwed(store, batch);
    if (drafted.length === 0) throw new DeskError('payout.nothing_to_retry', { batch_id: batchId });
    const { period, channel } = batch;
    return writeBatch(context, { period, channel, drafted, retry_of: batchId });
  });
  context.changed('payees');
  return payoutBatch(store, retry);
}

function stillOwed(store: Store, { period, channel, items, state }: PayoutBatch): Drafted[] {
  if (state === 'cancelled') return [];
  const books = payeeBooks(store);
  if (!books.isClosed(period)) throw new DeskError('period.open', { period });
  const accounts = accountsOf(store, channel);
  return items.filter(isRetryable).flatMap(({ payee_id, amount_fen, paid_fen }) => {
    const left = Math.min(amount_fen - paid_fen, availableFen(books, payee_id, period));
    const account = accounts.get(payee_id);
    return left > 0 && account ? [{ payee_id, amount_fen: left, ...account }] : [];
  });
}
