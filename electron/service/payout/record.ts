import type { PayoutBatch, PayoutItem } from '../../../shared/contract/payout.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Fen } from '../../../shared/money.ts';
import type { Unix } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { payoutBatch } from './batch.ts';
import { namedStaff } from './staff.ts';
import { paymentState } from './state.ts';

/** What became of a payment; nothing paid is a failed one. */
export interface PaymentResult {
  paid_fen: Fen;
  reference: string;
  failure: string;
  paid_at: Unix;
}

/** Results by hand. A wrong one can be put right until another batch tries the payment again. */
export function recordResult(
  context: Context,
  { batch_id, payee_id, ...said }: Omit<PaymentResult, 'paid_at'> & { batch_id: number; payee_id: string },
): PayoutBatch {
  const { store } = context;
  store.durably(() => {
    const at = context.now();
    const staff = namedStaff(context);
    const batch = openForResults(store, batch_id);
    const item = batch.items.find((one) => one.payee_id === payee_id);
    if (!item) throw new DeskError('payee.unknown', { payee_id });
    writeResult(store, batch_id, item, { ...said, paid_at: at });
    audit(store, {
      at,
      staff,
      action: 'payout.record',
      detail: { batch_id, payee_id, ...said, before: { state: item.state, paid_fen: item.paid_fen } },
    });
  });
  context.changed('payees');
  return payoutBatch(store, batch_id);
}

/** Throws `payout.unknown` and `payout.not_approved`. */
export function openForResults(store: Store, batchId: number): PayoutBatch {
  const batch = payoutBatch(store, batchId);
  if (batch.state === 'draft' || batch.state === 'cancelled')
    throw new DeskError('payout.not_approved', { batch_id: batchId });
  return batch;
}

/** Throws `payout.more_than_drafted` and `payout.retried`. Call it in a transaction. */
export function writeResult(store: Store, batchId: number, item: PayoutItem, result: PaymentResult): void {
  const { paid_fen, reference, failure, paid_at } = result;
  if (paid_fen > item.amount_fen)
    throw new DeskError('payout.more_than_drafted', { payee_id: item.payee_id, batch_id: batchId });
  if (item.retried_by !== null)
    throw new DeskError('payout.retried', { payee_id: item.payee_id, retried_by: item.retried_by });
  store.run(sql`update payout_item set state = ${paymentState(item.amount_fen, paid_fen)}, paid_fen = ${paid_fen},
      paid_at = ${paid_fen > 0 ? paid_at : null}, reference = ${reference}, failure = ${failure}
    where batch_id = ${batchId} and payee_id = ${item.payee_id}`);
}
