import type { ReviewBatch } from '../../../../shared/contract/review.ts';
import { dayOf, type Unix } from '../../../../shared/time.ts';

/** Rows this person decided on today (UTC+8) and did not take back. */
export function decidedToday(batches: readonly ReviewBatch[], staff: string, now: Unix): number {
  const today = dayOf(now);
  return batches
    .filter(({ action }) => action === 'approve' || action === 'hold' || action === 'exclude' || action === 'reopen')
    .filter((batch) => batch.staff === staff && !batch.undone && dayOf(batch.at) === today)
    .reduce((sum, batch) => sum + batch.rows, 0);
}
