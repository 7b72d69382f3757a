import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import { isKnownPromoter } from './names.ts';

/** Adds or removes a name staff know a promoter by. Throws `promoter.unknown`. */
export function setAlias(context: Context, input: RouteParsed<'payee.set_alias'>): RouteOutput<'payee.set_alias'> {
  const { store } = context;
  const { promoter_appid, alias, remove } = input;
  const at = context.now();
  const staff = context.staff();
  store.durably(() => {
    if (!isKnownPromoter(store, promoter_appid)) throw new DeskError('promoter.unknown', { promoter_appid });
    const { changes } = store.run(
      remove
        ? sql`delete from promoter_alias where promoter_appid = ${promoter_appid} and alias = ${alias}`
        : sql`insert or ignore into promoter_alias (promoter_appid, alias, set_at, set_by)
            values (${promoter_appid}, ${alias}, ${at}, ${staff})`,
    );
    if (changes > 0)
      audit(store, {
        at,
        staff,
        action: remove ? 'payee.remove_alias' : 'payee.set_alias',
        detail: { promoter_appid, alias },
      });
  });
  context.changed('payees');
  return {
    aliases: store
      .all<{ alias: string }>(
        sql`select alias from promoter_alias where promoter_appid = ${promoter_appid} order by set_at, alias`,
      )
      .map((row) => row.alias),
  };
}
