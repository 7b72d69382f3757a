import type { Dimension } from '../../../shared/contract/analysis.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { Key } from './groups.ts';

/** Newest name in the table of its own, then the newest in an order: not everything sold was ever listed to us. */
const NAMES: Partial<Record<Dimension, Sql>> = {
  shop_appid: named('shop_appid', 'shop_name', sql`select shop_name from shop where shop_appid = member`),
  product_id: named(
    'product_id',
    'product_title',
    sql`select title from product where product_id = member order by last_read_at desc limit 1`,
  ),
  promoter_appid: named(
    'promoter_appid',
    'promoter_name',
    sql`select name from promoter where promoter_appid = member`,
  ),
  talent_key: named('talent_key', 'talent_name', null),
};

function named(column: string, name: string, own: Sql | null): Sql {
  const inOrders: Sql = {
    text: `(select ${name} from commission_order where ${column} = member and ${name} <> '' order by created_at desc limit 1)`,
    values: [],
  };
  return own === null ? inOrders : sql`coalesce(nullif((${own}), ''), ${inOrders})`;
}

/** Names of the members of a dimension, by key; those without one are not there. */
export function labelsOf(reader: StoreReader, dimension: Dimension, keys: readonly Key[]): Map<Key, string> {
  const name = NAMES[dimension];
  if (!name) return new Map();
  const ids = keys.filter((key) => key !== null);
  const found = reader.all<{ member: string; name: string | null }>(
    sql`select member, ${name} as name from (select value as member from json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(found.flatMap(({ member, name: text }) => (text ? [[member, text] as const] : [])));
}
