import type { PayoutBatch, PayoutItem } from '../../../shared/contract/payout.ts';
import type { Fen } from '../../../shared/money.ts';
import type { Unix } from '../../../shared/time.ts';

/** Where a batch stands: it follows from who did what to it and from the results of its payments. */
export function batchState(
  { approved_at, cancelled_at }: { approved_at: Unix | null; cancelled_at: Unix | null },
  items: readonly Pick<PayoutItem, 'state'>[],
): PayoutBatch['state'] {
  if (cancelled_at !== null) return 'cancelled';
  if (approved_at === null) return 'draft';
  if (items.some(({ state }) => state === 'waiting')) return 'approved';
  if (items.every(({ state }) => state === 'paid')) return 'paid';
  return items.every(({ state }) => state === 'failed') ? 'failed' : 'partly_paid';
}

/** What a payment came to; nothing paid is a failed one. */
export function paymentState(amount: Fen, paid: Fen): Exclude<PayoutItem['state'], 'waiting'> {
  if (paid === 0) return 'failed';
  return paid < amount ? 'partly_paid' : 'paid';
}

/** What stands in the bank's file, by which its result is found again. */
export function remarkOf(batchId: number, place: number): string {
  return `LD${batchId}-${place}`;
}
