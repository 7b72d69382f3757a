import type { PayoutChannel } from '../../../shared/contract/payee.ts';
import type { PayoutPlan } from '../../../shared/contract/payout.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { type Fen, sumFen } from '../../../shared/money.ts';
import type { Period } from '../../../shared/time.ts';
import { openFen, payeeBooks } from '../payee/facts.ts';
import { minimumOf } from '../payee/minimum.ts';
import { partyNames } from '../payee/names.ts';
import { rangeOf } from '../settlement/source.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { availableFen } from './available.ts';

export interface DraftWish {
  period: Period;
  channel: PayoutChannel;
  /** Only these; left out: everybody. */
  payee_ids?: string[] | undefined;
}

/** A payment to be, with the account as it is sealed. */
export interface Drafted {
  payee_id: string;
  amount_fen: Fen;
  sealed: Uint8Array;
  hint: string;
}

/** What a draft takes in, by payee id, and what it leaves out. Throws `period.invalid` and `period.open`. */
export function draftPlan(
  reader: StoreReader,
  { period, channel, payee_ids }: DraftWish,
): { drafted: Drafted[]; left_out: PayoutPlan['left_out'] } {
  rangeOf(period);
  const books = payeeBooks(reader);
  if (!books.isClosed(period)) throw new DeskError('period.open', { period });
  const minimum = minimumOf(reader);
  const names = partyNames(reader);
  const accounts = accountsOf(reader, channel);
  const drafted: Drafted[] = [];
  const left_out: PayoutPlan['left_out'] = [];
  for (const payee_id of [...new Set(payee_ids ?? books.payees())].sort()) {
    const amount_fen = availableFen(books, payee_id, period);
    const account = accounts.get(payee_id);
    const leaveOut = (fen: Fen, reason: PayoutPlan['left_out'][number]['reason']) =>
      left_out.push({ payee_id, name: names.payee(payee_id), amount_fen: fen, reason });
    if (amount_fen === 0 || amount_fen < minimum(payee_id)) {
      const waiting = openFen(books.open(payee_id), period);
      if (waiting > 0) leaveOut(waiting, 'in_batch');
    } else if (account) drafted.push({ payee_id, amount_fen, ...account });
    else leaveOut(amount_fen, 'no_account');
  }
  return { drafted, left_out };
}

export function accountsOf(
  reader: StoreReader,
  channel: PayoutChannel,
): Map<string, { sealed: Uint8Array; hint: string }> {
  return new Map(
    reader
      .all<{ payee_id: string; sealed: Uint8Array; hint: string }>(
        sql`select payee_id, sealed, hint from payout_account where channel = ${channel}`,
      )
      .map(({ payee_id, ...account }) => [payee_id, account]),
  );
}

export function payoutPlan(reader: StoreReader, wish: DraftWish): PayoutPlan {
  const { drafted, left_out } = draftPlan(reader, wish);
  return { payees: drafted.length, amount_fen: sumFen(drafted.map(({ amount_fen }) => amount_fen)), left_out };
}
