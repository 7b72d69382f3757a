import type { PayoutAccount } from '../../../shared/contract/payee.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { namedStaff } from '../payout/staff.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import { refuseUnknownPayee } from './row.ts';
import { hintOf, openAccount, sealAccount } from './seal.ts';

/** Keeps an account sealed, in place of the one there was. Throws `payee.unknown`, `file.unwritable`. */
export function setAccount(context: Context, { payee_id, account }: RouteParsed<'payee.set_account'>): void {
  const { store, dataDir } = context;
  const { channel } = account;
  const at = context.now();
  const staff = context.staff();
  const hint = hintOf(account.account_no);
  store.durably(() => {
    refuseUnknownPayee(store, payee_id);
    const sealed = sealAccount(dataDir, { payee_id, channel }, account);
    store.run(sql`insert into payout_account (payee_id, channel, sealed, hint, set_at, set_by)
      values (${payee_id}, ${channel}, ${sealed}, ${hint}, ${at}, ${staff})
      on conflict (payee_id, channel) do update set sealed = excluded.sealed, hint = excluded.hint,
        set_at = excluded.set_at, set_by = excluded.set_by`);
    audit(store, { at, staff, action: 'payee.set_account', detail: { payee_id, channel, hint } });
  });
  context.changed('payees');
}

type Which = RouteParsed<'payee.account'>;

/** Throws `payee.no_account`. */
export function removeAccount(context: Context, which: Which): void {
  const { store } = context;
  const { payee_id, channel } = which;
  store.durably(() => {
    const { hint } = sealedAccount(context, which);
    store.run(sql`delete from payout_account where payee_id = ${payee_id} and channel = ${channel}`);
    audit(store, {
      at: context.now(),
      staff: context.staff(),
      action: 'payee.remove_account',
      detail: { payee_id, channel, hint },
    });
  });
  context.changed('payees');
}

/** Opens an account for somebody who must see it, and writes down who that was. */
export function showAccount(context: Context, which: Which): PayoutAccount {
  const { store, dataDir } = context;
  const { payee_id, channel } = which;
  const staff = namedStaff(context);
  return store.durably(() => {
    const { sealed, hint } = sealedAccount(context, which);
    const account = openAccount(dataDir, which, sealed);
    audit(store, { at: context.now(), staff, action: 'payee.account', detail: { payee_id, channel, hint } });
    return account;
  });
}

function sealedAccount({ store }: Context, { payee_id, channel }: Which): { sealed: Uint8Array; hint: string } {
  const found = store.get<{ sealed: Uint8Array; hint: string }>(
    sql`select sealed, hint from payout_account where payee_id = ${payee_id} and channel = ${channel}`,
  );
  if (!found) throw new DeskError('payee.no_account', { payee_id, channel });
  return found;
}
