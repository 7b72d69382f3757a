import { randomUUID } from 'node:crypto';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import { refuseUnknownPayee } from './row.ts';

/** Makes a payee, or writes down what staff say of one. Throws `payee.unknown`. Gives his id. */
export function savePayee(context: Context, { payee_id, ...said }: RouteParsed<'payee.save'>): string {
  const { store } = context;
  const at = context.now();
  const staff = context.staff();
  const id = payee_id ?? `payee:${randomUUID()}`;
  store.durably(() => {
    if (payee_id !== undefined) refuseUnknownPayee(store, payee_id);
    const { name, note, minimum_payout_fen } = said;
    store.run(sql`insert into payee (payee_id, name, note, minimum_payout_fen, made_at, made_by)
      values (${id}, ${name}, ${note}, ${minimum_payout_fen}, ${at}, ${staff})
      on conflict (payee_id) do update set name = excluded.name, note = excluded.note,
        minimum_payout_fen = excluded.minimum_payout_fen`);
    audit(store, { at, staff, action: 'payee.save', detail: { payee_id: id, ...said } });
  });
  context.changed('payees');
  return id;
}
