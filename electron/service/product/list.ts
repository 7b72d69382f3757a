import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { contains, keysetPage } from '../store/keyset.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import { promotableAt } from './promotable.ts';
import { PRODUCT_KEYS, productColumns, productTables, type StoredProduct, toProductRow } from './row.ts';

type Input = RouteParsed<'product.list'>;

const SORT: Record<Input['sort'], Sql> = {
  // Cut, because the value travels in the cursor.
  title: sql`substr(p.title, 1, 100)`,
  price: sql`p.price_min_fen`,
  service_ratio: sql`p.service_ratio_ppm`,
  service_fee: sql`p.service_fee_fen`,
  stock: sql`p.stock`,
  plan_end: sql`p.plan_end_at`,
};

/** One page of the catalogue; products without a value on the sorted column come last. */
export function listProducts(context: Context, input: Input): RouteOutput<'product.list'> {
  const now = context.now();
  const condition = where(conditions(input, now));
  const { rows, next_cursor } = keysetPage<StoredProduct>(context.store, {
    rows: sql`select ${productColumns(now)}, ${SORT[input.sort]} as sort_value from ${productTables} ${condition}`,
    keys: PRODUCT_KEYS,
    direction: input.direction,
    cursor: input.cursor,
    limit: input.limit,
  });
  const total = context.store.value<number>(sql`select count(*) from ${productTables} ${condition}`) ?? 0;
  return { rows: rows.map(toProductRow), next_cursor, total };
}

function conditions(input: Input, now: number): Sql[] {
  const list: Sql[] = [];
  if (input.plan_type !== undefined) list.push(sql`p.plan_type = ${input.plan_type}`);
  if (input.shop_appid) list.push(sql`p.shop_appid = ${input.shop_appid}`);
  if (input.search) list.push(contains([sql`p.title`, sql`p.product_id`, sql`s.shop_name`], input.search));
  if (input.promotable !== undefined) list.push(input.promotable ? promotableAt(now) : sql`not ${promotableAt(now)}`);
  if (input.listed !== undefined) list.push(input.listed ? sql`l.shop_appid is not null` : sql`l.shop_appid is null`);
  return list;
}
