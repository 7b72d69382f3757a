import { MEMBERS_FOUND, type Member, type NamedDimension } from '../../../shared/contract/analysis.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { foldText } from '../order/fold.ts';
import { NAMED, type NamedKind } from '../order/names.ts';
import { namedWith, wordsOf } from '../order/text.ts';
import { name, type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { labelsOf } from './labels.ts';

const KIND = {
  shop_appid: 'shop',
  product_id: 'product',
  promoter_appid: 'promoter',
  talent_key: 'talent',
} as const satisfies { [Dimension in NamedDimension]: NamedKind };

/**
 * By the names noted with the orders, so that whoever has an order is found, in a list of its own or not; who never came
 * with a name, by the whole id. A talent's key from before its AppID was known has no rows any more and is no member.
 */
export function members(
  reader: StoreReader,
  { dimension, text }: RouteParsed<'analysis.members'>,
): RouteOutput<'analysis.members'> {
  const words = wordsOf(text);
  if (words.length === 0) return { members: [] };
  const kind = KIND[dimension];
  const found = reader.all<{ id: string; name: string | null }>(
    sql`with hit (id, name, place, length) as (
        select id, name, instr(folded, ${foldText(words[0]!)}), length(name) from order_name
          ${where([sql`kind = ${kind}`, ...words.map(inNameOrId)])}
        union all select ${text}, null, 1, 0
      )
      select id, max(name) as name from hit
      where exists (select 1 from commission_order where ${name(NAMED[kind].id)} = hit.id)
      group by id order by min(iif(place = 0, 1000, place)), min(length), id limit ${MEMBERS_FOUND}`,
  );
  const labels = labelsOf(
    reader,
    dimension,
    found.map(({ id }) => id),
  );
  return { members: found.map((one): Member => ({ value: one.id, label: labels.get(one.id) ?? one.name })) };
}

/** Shorter words stand in too many ids to mean one. */
const ID_PART = 4;

function inNameOrId(word: string): Sql {
  const folded = foldText(word);
  if (folded.length < ID_PART) return namedWith(word);
  return sql`(${namedWith(word)} or instr(lower(id), ${folded}) > 0)`;
}
