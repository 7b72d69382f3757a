import type { PayoutBatch } from '../../../shared/contract/payout.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import { payoutBatch } from './batch.ts';
import { namedStaff } from './staff.ts';

/** Gives up a batch of which nothing has a result yet. Throws `payout.cancelled`, `payout.has_results`. */
export function cancelPayout(
  context: Context,
  { batch_id, reason }: { batch_id: number; reason: string },
): PayoutBatch {
  const { store } = context;
  store.durably(() => {
    const staff = namedStaff(context);
    const batch = payoutBatch(store, batch_id);
    if (batch.state === 'cancelled') throw new DeskError('payout.cancelled', { batch_id });
    const done = batch.items.filter(({ state }) => state !== 'waiting').length;
    if (done > 0) throw new DeskError('payout.has_results', { batch_id, done });
    const at = context.now();
    store.run(sql`update payout_batch set cancelled_at = ${at}, cancelled_by = ${staff}, cancelled_reason = ${reason}
      where batch_id = ${batch_id}`);
    audit(store, {
      at,
      staff,
      action: 'payout.cancel',
      detail: { batch_id, period: batch.period, state: batch.state, reason },
    });
  });
  context.changed('payees');
  return payoutBatch(store, batch_id);
}
