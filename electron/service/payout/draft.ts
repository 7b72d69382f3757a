import type { PayoutBatch } from '../../../shared/contract/payout.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { sumFen } from '../../../shared/money.ts';
import type { Context } from '../context.ts';
import { addUpOwed } from '../payee/owed.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import { payoutBatch } from './batch.ts';
import { type Drafted, type DraftWish, draftPlan } from './plan.ts';
import { namedStaff } from './staff.ts';

/**
 * A batch of everything payable of a closed month that has an account of the channel; nothing is paid by it. Throws
 * `payout.staff_missing`, `payout.nothing_payable`, `period.open`.
 */
export async function draftPayout(context: Context, wish: DraftWish): Promise<PayoutBatch> {
  const { store } = context;
  await addUpOwed(store);
  const batchId = store.durably(() => {
    const { drafted, left_out } = draftPlan(store, wish);
    if (drafted.length === 0)
      throw new DeskError('payout.nothing_payable', {
        period: wish.period,
        no_account: left_out.filter(({ reason }) => reason === 'no_account').length,
      });
    return writeBatch(context, { ...wish, drafted, retry_of: null });
  });
  context.changed('payees');
  return payoutBatch(store, batchId);
}

/** Writes a draft and its audit entry; call it in a transaction. */
export function writeBatch(
  context: Context,
  { period, channel, drafted, retry_of }: DraftWish & { drafted: readonly Drafted[]; retry_of: number | null },
): number {
  const { store } = context;
  const at = context.now();
  const staff = namedStaff(context);
  const { id } = store.run(
    sql`insert into payout_batch (period, channel, made_at, made_by) values (${period}, ${channel}, ${at}, ${staff})`,
  );
  drafted.forEach(({ payee_id, amount_fen, sealed, hint }, index) => {
    store.run(sql`insert into payout_item (batch_id, payee_id, place, amount_fen, sealed, hint, retry_of)
      values (${id}, ${payee_id}, ${index + 1}, ${amount_fen}, ${sealed}, ${hint}, ${retry_of})`);
  });
  const amount_fen = sumFen(drafted.map((item) => item.amount_fen));
  audit(store, {
    at,
    staff,
    action: retry_of === null ? 'payout.draft' : 'payout.retry',
    detail: { batch_id: id, period, channel, payments: drafted.length, amount_fen, retry_of },
  });
  return id;
}
