import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { type Fen, formatFen } from '../../../shared/money.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import { payeeBooks } from './facts.ts';
import { addUpOwed } from './owed.ts';
import { refuseUnknownPayee } from './row.ts';

/**
 * Gives up a debt of a closed month, up to what of it later months have not netted. Throws `payee.unknown`,
 * `period.open`, `write_off.more_than_debt`.
 */
export async function writeOff(context: Context, input: RouteParsed<'payee.write_off'>): Promise<void> {
  const { store } = context;
  const { payee_id, period, amount_fen, reason } = input;
  await addUpOwed(store);
  store.durably(() => {
    refuseUnknownPayee(store, payee_id);
    const books = payeeBooks(store);
    if (!books.isClosed(period)) throw new DeskError('period.open', { period });
    const debt: Fen = Math.max(0, -books.ledger(payee_id).mostSince(period));
    if (amount_fen > debt) throw new DeskError('write_off.more_than_debt', { period, debt: formatFen(debt) });
    const at = context.now();
    const staff = context.staff();
    store.run(sql`insert into write_off (payee_id, period, amount_fen, reason, at, staff)
      values (${payee_id}, ${period}, ${amount_fen}, ${reason}, ${at}, ${staff})`);
    audit(store, { at, staff, action: 'payee.write_off', detail: { payee_id, period, amount_fen, reason } });
  });
  context.changed('payees');
}
