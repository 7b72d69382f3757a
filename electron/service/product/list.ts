import type { ProductKey } from '../../../shared/contract/product.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { contains, keysetPage } from '../store/keyset.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import { promotableAt } from './promotable.ts';
import { listingOfProduct, PRODUCT_KEYS, readProductRow } from './row.ts';

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

/**
 * One page of the catalogue; products without a value on the sorted column come last. Searching, sorting and counting
 * go over the bare products; shop and shelf are joined to the rows of the page only.
 */
export function listProducts(context: Context, input: Input): RouteOutput<'product.list'> {
  const { store } = context;
  const now = context.now();
  const condition = where(conditions(input, now));
  const page = keysetPage<ProductKey>(store, {
    rows: sql`select p.shop_appid, p.product_id, p.plan_type, p.head_supplier_appid, ${SORT[input.sort]} as sort_value
      from product p ${condition}`,
    keys: PRODUCT_KEYS,
    direction: input.direction,
    cursor: input.cursor,
    limit: input.limit,
  });
  return {
    rows: page.rows.map((key) => readProductRow(store, key, now)!),
    next_cursor: page.next_cursor,
    total: store.value<number>(sql`select count(*) from product p ${condition}`) ?? 0,
  };
}

function conditions(input: Input, now: number): Sql[] {
  const list: Sql[] = [];
  if (input.plan_type !== undefined) list.push(sql`p.plan_type = ${input.plan_type}`);
  if (input.shop_appid) list.push(sql`p.shop_appid = ${input.shop_appid}`);
  if (input.search) {
    const shops = sql`select s.shop_appid from shop s where ${contains([sql`s.shop_name`], input.search)}`;
    list.push(sql`(${contains([sql`p.title`, sql`p.product_id`], input.search)} or p.shop_appid in (${shops}))`);
  }
  if (input.promotable !== undefined) list.push(input.promotable ? promotableAt(now) : sql`not ${promotableAt(now)}`);
  // Both ways begin with the shorter side: the shelf itself, or a look at it per product.
  if (input.listed === true)
    list.push(sql`(p.shop_appid, p.product_id, p.plan_type, p.head_supplier_appid) in
      (select shop_appid, product_id, plan_type, head_supplier_appid from listing)`);
  if (input.listed === false) list.push(sql`not exists (select 1 from listing l where ${listingOfProduct})`);
  return list;
}
