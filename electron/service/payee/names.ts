import { foldText } from '../order/fold.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { promoterOf } from './member.ts';

/**
 * What promoters and payees are called. Nicknames collide, are '-' or empty: a name never stands for an id.
 */
export interface PartyNames {
  /** The platform's newest name; '' when it never gave one. */
  promoter(promoterAppid: string): string;
  /** Staff's name for a payee, or that of the promoter who is one by himself. */
  payee(payeeId: string): string;
}

export function partyNames(reader: StoreReader): PartyNames {
  const promoters = newestNames(reader);
  const payees = new Map(
    reader
      .all<{ payee_id: string; name: string }>(sql`select payee_id, name from payee`)
      .map(({ payee_id, name }) => [payee_id, name]),
  );
  const promoter = (id: string) => promoters.get(id) ?? '';
  return { promoter, payee: (payeeId) => payees.get(payeeId) ?? promoter(promoterOf(payeeId) ?? '') };
}

/** Of the directory, and for promoters in none the name orders came with last. */
function newestNames(reader: StoreReader): Map<string, string> {
  const names = new Map<string, string>();
  const read = (rows: Iterable<{ id: string; name: string }>) => {
    for (const { id, name } of rows) names.set(id, name);
  };
  read(reader.each(sql`select id, name from order_name where kind = 'promoter' order by name_id`));
  read(reader.each(sql`select promoter_appid as id, name from promoter where name <> ''`));
  return names;
}

/**
 * Whether a payee is meant by a text: it is part of his name or id, or of a name, earlier name, alias or id of a
 * promoter who is, or ever was, one of his.
 */
export function payeeSearch(reader: StoreReader, text: string): (payeeId: string) => boolean {
  const wanted = foldText(text);
  const fits = (...words: string[]) => words.some((word) => foldText(word).includes(wanted));
  const found = new Set<string>();
  const members = new Map<string, string[]>();
  for (const { promoter_appid, payee_id } of reader.each<{ promoter_appid: string; payee_id: string }>(
    sql`select distinct promoter_appid, payee_id from payee_member`,
  ))
    members.set(promoter_appid, [...(members.get(promoter_appid) ?? []), payee_id]);
  const called = reader.each<{ id: string; name: string }>(sql`
    select id, name from order_name where kind = 'promoter'
    union select promoter_appid, name from promoter_state
    union select promoter_appid, alias from promoter_alias`);
  const promoters = new Set<string>();
  for (const { id, name } of called) if (fits(name)) promoters.add(id);
  for (const promoter of members.keys()) if (fits(promoter)) promoters.add(promoter);
  for (const promoter of promoters) for (const payee of members.get(promoter) ?? []) found.add(payee);
  for (const { payee_id, name } of reader.each<{ payee_id: string; name: string }>(
    sql`select payee_id, name from payee`,
  ))
    if (fits(name, payee_id)) found.add(payee_id);
  return (payeeId) => {
    if (found.has(payeeId)) return true;
    const promoter = promoterOf(payeeId);
    return promoter !== null && (promoters.has(promoter) || fits(promoter));
  };
}

/** Promoters there are: in the directory, in orders, or put somewhere by staff. */
export function knownPromoters(reader: StoreReader): string[] {
  return reader
    .all<{ id: string }>(sql`
      select promoter_appid as id from promoter
      union select id from order_name where kind = 'promoter'
      union select promoter_appid from payee_member`)
    .map(({ id }) => id);
}

export function isKnownPromoter(reader: StoreReader, promoterAppid: string): boolean {
  return (
    reader.value(sql`select 1 from promoter where promoter_appid = ${promoterAppid}
      union all select 1 from commission_order where promoter_appid = ${promoterAppid}
      union all select 1 from closing_line where promoter_appid = ${promoterAppid}
        and closing_id in (select closing_id from settlement_closing) limit 1`) !== undefined
  );
}
