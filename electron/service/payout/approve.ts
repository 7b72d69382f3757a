import type { PayoutBatch } from '../../../shared/contract/payout.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { payeeBooks } from '../payee/facts.ts';
import { promoterOf } from '../payee/member.ts';
import { addUpOwed } from '../payee/owed.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { availableFen } from './available.ts';
import { payoutBatch } from './batch.ts';
import { isSamePerson, namedStaff } from './staff.ts';

/**
 * The second person's word that a draft may be paid; what it says must still hold. Throws `payout.staff_missing`,
 * `payout.second_person`, `payout.not_draft`, `period.open`, `payout.balance_changed`, `payout.account_changed`.
 */
export async function approvePayout(context: Context, batchId: number): Promise<PayoutBatch> {
  const { store } = context;
  await addUpOwed(store);
  store.durably(() => {
    const staff = namedStaff(context);
    const batch = payoutBatch(store, batchId);
    if (batch.state !== 'draft') throw new DeskError('payout.not_draft', { batch_id: batchId });
    if (isSamePerson(batch.made_by, staff)) throw new DeskError('payout.second_person', { made_by: batch.made_by });
    refuseChanged(store, batch);
    const at = context.now();
    store.run(sql`update payout_batch set approved_at = ${at}, approved_by = ${staff} where batch_id = ${batchId}`);
    const { period, channel, amount_fen, made_by, items } = batch;
    audit(store, {
      at,
      staff,
      action: 'payout.approve',
      detail: { batch_id: batchId, period, channel, payments: items.length, amount_fen, made_by },
    });
  });
  context.changed('payees');
  return payoutBatch(store, batchId);
}

function refuseChanged(reader: StoreReader, { batch_id, period, items }: PayoutBatch): void {
  const books = payeeBooks(reader);
  if (!books.isClosed(period)) throw new DeskError('period.open', { period });
  const tooMuch = items.filter(
    ({ payee_id, amount_fen }) => amount_fen > availableFen(books, payee_id, period, batch_id),
  );
  if (tooMuch.length > 0) throw new DeskError('payout.balance_changed', whom(tooMuch));
  const moved = items.filter(({ payee_id }) => !hasSameAccount(reader, batch_id, payee_id));
  if (moved.length > 0) throw new DeskError('payout.account_changed', whom(moved));
}

/** Sealing gives other bytes each time, so equal ones are the very account that was drafted. */
function hasSameAccount(reader: StoreReader, batchId: number, payeeId: string): boolean {
  return (
    reader.value(sql`select 1 from payout_item i join payout_batch b on b.batch_id = i.batch_id
      join payout_account a on a.payee_id = i.payee_id and a.channel = b.channel
      where i.batch_id = ${batchId} and i.payee_id = ${payeeId} and a.sealed = i.sealed`) !== undefined
  );
}

/** How many, and the first of them, for a message: a promoter's nickname never without his id. */
function whom(items: PayoutBatch['items']): { payees: number; first: string } {
  const { name, payee_id } = items[0]!;
  return { payees: items.length, first: `${name} ${promoterOf(payee_id) ?? ''}`.trim() };
}
