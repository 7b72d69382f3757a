import type { ListingRow, ListingSplit } from '../../../shared/contract/listing.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { shareOf } from '../../../shared/rate.ts';
import type { Context } from '../context.ts';
import {
  listedTables,
  PRODUCT_KEYS,
  productColumns,
  productJoins,
  type StoredProduct,
  toProductRow,
} from '../product/row.ts';
import { contains, keysetPage } from '../store/keyset.ts';
import { isIn, type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { warningsOf } from './warnings.ts';

type StoredListing = StoredProduct &
  Pick<ListingRow, 'listed_at' | 'listed_by' | 'default_ratio_ppm'> & { shop_status: number | null };

/** One page of the shelf, the newest first. */
export function listListings(context: Context, input: RouteParsed<'listing.list'>): RouteOutput<'listing.list'> {
  const { store } = context;
  const now = context.now();
  const conditions: Sql[] = [];
  if (input.shop_appid) conditions.push(sql`l.shop_appid = ${input.shop_appid}`);
  if (input.search) conditions.push(contains([sql`p.title`, sql`p.product_id`, sql`s.shop_name`], input.search));
  const page = keysetPage<StoredListing>(store, {
    rows: sql`select l.shop_appid, l.product_id, l.plan_type, l.head_supplier_appid, l.listed_at as sort_value
      from ${listedTables} ${where(conditions)}`,
    dress: (keys) => sql`select ${productColumns(now)}, l.listed_at, l.listed_by, l.default_ratio_ppm,
        s.status as shop_status, k.sort_value
      from (${keys}) k cross join product p on p.shop_appid = k.shop_appid and p.product_id = k.product_id
        and p.plan_type = k.plan_type and p.head_supplier_appid = k.head_supplier_appid ${productJoins}`,
    keys: PRODUCT_KEYS,
    direction: 'desc',
    cursor: input.cursor,
    limit: input.limit,
  });
  const splits = splitsOf(store, page.rows);
  const total = store.value<number>(sql`select count(*) from ${listedTables} ${where(conditions)}`) ?? 0;
  return {
    rows: page.rows.map(({ shop_status, ...stored }) => ({
      ...toProductRow(stored),
      listed_at: stored.listed_at,
      listed_by: stored.listed_by,
      default_ratio_ppm: stored.default_ratio_ppm,
      promoter_fee_fen:
        stored.service_fee_fen === null || stored.default_ratio_ppm === null
          ? null
          : shareOf(stored.service_fee_fen, stored.default_ratio_ppm),
      splits: splits.get(stored.product_id) ?? [],
      warnings: warningsOf({ ...stored, shop_status }, now),
    })),
    next_cursor: page.next_cursor,
    total,
  };
}

/** Splits of the given products by product id: the platform knows no plan there, so all plans share them. */
function splitsOf(store: StoreReader, products: readonly { product_id: string }[]): Map<string, ListingSplit[]> {
  const ids = [...new Set(products.map((product) => product.product_id))];
  const rows = store.all<ListingSplit & { product_id: string }>(
    sql`select x.product_id, x.promoter_appid, coalesce(m.name, '') as promoter_name, x.ratio_ppm, x.state, x.error_code, x.set_at
      from (select * from product_split where ${isIn('product_id', ids)}) x
      left join promoter m on m.promoter_appid = x.promoter_appid
      order by promoter_name, x.promoter_appid`,
  );
  const byProduct = new Map<string, ListingSplit[]>();
  for (const { product_id, ...split } of rows) {
    const list = byProduct.get(product_id);
    if (list) list.push(split);
    else byProduct.set(product_id, [split]);
  }
  return byProduct;
}
