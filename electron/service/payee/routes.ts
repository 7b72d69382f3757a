import type { Context } from '../context.ts';
import type { ReadingThreads } from '../reading/threads.ts';
import type { Handlers } from '../router.ts';
import { removeAccount, setAccount, showAccount } from './account.ts';
import { setAlias } from './alias.ts';
import { assignPromoters } from './assign.ts';
import { payeeLedger } from './entries.ts';
import { promoterIdentity } from './identity.ts';
import { institutionMinimum, setMinimum } from './minimum.ts';
import { addUpOwed } from './owed.ts';
import { payeeRow } from './row.ts';
import { savePayee } from './save.ts';
import { writeOff } from './write-off.ts';

type PayeeHandlers = Pick<Handlers, Extract<keyof Handlers, `payee.${string}` | `clawback.${string}`>>;

export function payeeHandlers(context: Context, threads: ReadingThreads): PayeeHandlers {
  const { store } = context;
  const rowOf = async (payeeId: string) => {
    await addUpOwed(store);
    return payeeRow(store, payeeId);
  };
  return {
    'payee.list': (input) => threads.ask('figures', 'payee.list', input),
    'payee.ledger': (input) => threads.ask('figures', 'payee.ledger', input),
    'payee.balances': (input) => threads.ask('figures', 'payee.balances', input),
    'clawback.ages': (input) => threads.ask('figures', 'clawback.ages', input),
    'payee.identity': ({ promoter_appid }) => promoterIdentity(store, promoter_appid),
    'payee.save': (input) => rowOf(savePayee(context, input)),
    'payee.assign': (input) => assignPromoters(context, input),
    'payee.set_alias': (input) => setAlias(context, input),
    'payee.set_account': (input) => {
      setAccount(context, input);
      return rowOf(input.payee_id);
    },
    'payee.remove_account': (input) => {
      removeAccount(context, input);
      return rowOf(input.payee_id);
    },
    'payee.account': (input) => showAccount(context, input),
    'payee.minimum': ({ minimum_payout_fen }) => {
      if (minimum_payout_fen !== undefined) setMinimum(context, minimum_payout_fen);
      return { minimum_payout_fen: institutionMinimum(store) };
    },
    'payee.write_off': async (input) => {
      await writeOff(context, input);
      return payeeLedger(store, input.payee_id);
    },
  };
}
