import type { PromoterIdentity } from '../../../shared/contract/payee.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { isKnownPromoter, partyNames } from './names.ts';

/** Everything a promoter was called, and who is called the same. Throws `promoter.unknown`. */
export function promoterIdentity(reader: StoreReader, promoter_appid: string): PromoterIdentity {
  if (!isKnownPromoter(reader, promoter_appid)) throw new DeskError('promoter.unknown', { promoter_appid });
  const names = partyNames(reader);
  return {
    promoter_appid,
    names: namesOf(reader, promoter_appid),
    aliases: reader.all<PromoterIdentity['aliases'][number]>(sql`
      select alias, set_at, set_by from promoter_alias where promoter_appid = ${promoter_appid} order by set_at, alias`),
    namesakes: namesakesOf(reader, promoter_appid),
    payees: reader
      .all<Omit<PromoterIdentity['payees'][number], 'name'>>(sql`
        select from_period, payee_id, set_at, set_by from payee_member where promoter_appid = ${promoter_appid}
        order by from_period desc, member_id desc`)
      .map((row) => ({ ...row, name: names.payee(row.payee_id) })),
  };
}

/** Newest first; those only orders came with have no time. */
function namesOf(reader: StoreReader, promoter: string): PromoterIdentity['names'] {
  return reader.all<PromoterIdentity['names'][number]>(sql`
    select name, min(seen_at) as first_seen_at, 'directory' as source from promoter_state
      where promoter_appid = ${promoter} and name <> '' group by name
    union all
    select name, null, 'orders' from order_name where kind = 'promoter' and id = ${promoter}
      and name not in (select name from promoter_state where promoter_appid = ${promoter})
    order by 2 desc, 1`);
}

/** The first hundred: a nickname such as '-' may have thousands. */
function namesakesOf(reader: StoreReader, promoter: string): PromoterIdentity['namesakes'] {
  return reader.all<PromoterIdentity['namesakes'][number]>(sql`
    with own as (
      select name from promoter_state where promoter_appid = ${promoter} and name <> ''
      union select name from order_name where kind = 'promoter' and id = ${promoter}
      union select alias from promoter_alias where promoter_appid = ${promoter})
    select promoter_appid, name from promoter_state where promoter_appid <> ${promoter} and name in (select name from own)
    union select id, name from order_name where kind = 'promoter' and id <> ${promoter} and name in (select name from own)
    union select promoter_appid, alias from promoter_alias
      where promoter_appid <> ${promoter} and alias in (select name from own)
    order by 1, 2 limit 100`);
}
