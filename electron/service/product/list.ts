import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { keysetPage } from '../store/keyset.ts';
import { nothing, type Sql, sql, where } from '../store/sql.ts';
import { keptTotal } from './kept-total.ts';
import { promotableAt } from './promotable.ts';
import {
  alertIsOpen,
  alertOfProduct,
  listingOfProduct,
  PRODUCT_KEYS,
  productColumns,
  productJoins,
  type StoredProduct,
  toProductRow,
} from './row.ts';
import { findProducts } from './search.ts';

type Input = RouteParsed<'product.list'>;

const SORT: Record<Input['sort'], Sql> = {
  title: sql`p.title_key`,
  price: sql`p.price_min_fen`,
  service_ratio: sql`p.service_ratio_ppm`,
  service_fee: sql`p.service_fee_fen`,
  stock: sql`p.stock`,
  plan_end: sql`p.plan_end_at`,
};

/**
 * One page of the catalogue in one statement; products without a value on the sorted column come last, by a second one.
 * Searching and sorting go over the bare products; shop and shelf are joined to the rows of the page only.
 */
export function listProducts(context: Context, input: Input): RouteOutput<'product.list'> {
  const { store } = context;
  const now = context.now();
  const { from, conditions } = productsWanted(context, input, now);
  const page = keysetPage<StoredProduct>(store, {
    rows: sql`select p.shop_appid, p.product_id, p.plan_type, p.head_supplier_appid, ${SORT[input.sort]} as sort_value
      from ${from} ${where(conditions)}`,
    dress: (keys) => sql`select ${productColumns(now)}, k.sort_value
      from (${keys}) k cross join product p on p.shop_appid = k.shop_appid and p.product_id = k.product_id
        and p.plan_type = k.plan_type and p.head_supplier_appid = k.head_supplier_appid ${productJoins}`,
    keys: PRODUCT_KEYS,
    direction: input.direction,
    cursor: input.cursor,
    limit: input.limit,
  });
  // By the minute, so that what only time changes is not counted anew at each page.
  const counted = productsWanted(context, input, now - (now % 60));
  return {
    rows: page.rows.map(toProductRow),
    next_cursor: page.next_cursor,
    total: keptTotal(store, sql`select count(*) from ${counted.from} ${where(counted.conditions)}`),
  };
}

/** Where the products are read from, the shortest way first, and what they must be. */
function productsWanted({ store }: Context, input: Input, now: number): { from: Sql; conditions: Sql[] } {
  const conditions: Sql[] = [];
  const found = input.search ? findProducts(store, input.search) : null;
  const driven = found?.numbers ? sql`json_each(${JSON.stringify(found.numbers)}) f` : drivenBy(input);
  if (found?.numbers) conditions.push(sql`p.number = f.value`);
  else if (found) conditions.push(found.condition);
  if (driven !== null && !found?.numbers)
    conditions.push(input.alert !== undefined ? alertedProduct : listingOfProduct);
  if (input.plan_type !== undefined) conditions.push(sql`p.plan_type = ${input.plan_type}`);
  if (input.shop_appid) conditions.push(sql`p.shop_appid = ${input.shop_appid}`);
  if (input.promotable !== undefined)
    conditions.push(input.promotable ? promotableAt(now) : sql`not ${promotableAt(now)}`);
  if (input.listed !== undefined && (found?.numbers || input.alert !== undefined || !input.listed))
    conditions.push(
      sql`${input.listed ? nothing : sql`not `}exists (select 1 from listing l where ${listingOfProduct})`,
    );
  if (input.alert !== undefined && found?.numbers)
    conditions.push(
      sql`exists (select 1 from product_alert a where ${alertOfProduct} and a.kind = ${input.alert} and ${alertIsOpen})`,
    );
  return { from: driven === null ? sql`product p` : sql`${driven} cross join product p`, conditions };
}

/** Few have an alert and few are on the shelf, beside the whole catalogue: these are gone through first. */
function drivenBy(input: Input): Sql | null {
  if (input.alert !== undefined)
    return sql`(select distinct shop_appid, product_id, plan_type, head_supplier_appid from product_alert a
      where a.kind = ${input.alert} and ${alertIsOpen}) a`;
  return input.listed ? sql`listing l` : null;
}

const alertedProduct = alertOfProduct;
