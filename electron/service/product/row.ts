import type { AlertKind } from '../../../shared/alert-kind.ts';
import type { ProductKey, ProductRow } from '../../../shared/contract/product.ts';
import { shareOf } from '../../../shared/rate.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { isProduct } from './identity.ts';
import { promotableAt } from './promotable.ts';

export const PRODUCT_KEYS = ['shop_appid', 'product_id', 'plan_type', 'head_supplier_appid'] as const;

/** A `ProductRow` as SQLite gives it: without booleans. */
export type StoredProduct = Omit<ProductRow, 'promotable' | 'listed' | 'margin_fen' | 'open_alerts'> & {
  promotable: number;
  listed: number;
  open_alerts: string | null;
};

/** Columns of a `ProductRow` at `now`, Unix seconds. They need `productTables`. */
export function productColumns(now: number): Sql {
  return sql`p.shop_appid, p.product_id, p.plan_type, p.head_supplier_appid, nullif(s.shop_name, '') as shop_name,
    p.title, p.image_url, p.price_min_fen, p.price_max_fen, p.stock, p.service_ratio_ppm, p.service_fee_fen,
    p.product_status, p.plan_status, p.plan_start_at, p.plan_end_at, p.head_supplier_name,
    ${promotableAt(now)} as promotable, l.shop_appid is not null as listed,
    nullif(max(coalesce(l.default_ratio_ppm, 0), coalesce((select max(x.ratio_ppm) from product_split x
      where x.product_id = p.product_id and x.state in ('platform', 'local')), 0)), 0) as split_ppm,
    (select group_concat(distinct a.kind) from product_alert a where ${alertOfProduct} and ${alertIsOpen}) as open_alerts,
    p.not_seen_since, p.last_read_at`;
}

/** Condition that nobody has dealt with alert `a`, and what it tells of still holds. */
export const alertIsOpen: Sql = sql`a.done_at is null and a.ended_at is null`;

/** Condition that the alert `a` is of product `p`. */
export const alertOfProduct: Sql = sql`a.shop_appid = p.shop_appid and a.product_id = p.product_id
    and a.plan_type = p.plan_type and a.head_supplier_appid = p.head_supplier_appid`;

/** Condition that the listing `l` is of product `p`. */
export const listingOfProduct: Sql = sql`l.shop_appid = p.shop_appid and l.product_id = p.product_id
    and l.plan_type = p.plan_type and l.head_supplier_appid = p.head_supplier_appid`;

/** The shop of product `p`, and its place on the shelf where it has one. */
export const productJoins: Sql = sql`left join shop s on s.shop_appid = p.shop_appid
  left join listing l on ${listingOfProduct}`;

/** Every product, with its shop and its place on the shelf. */
export const productTables: Sql = sql`product p ${productJoins}`;

/** Only products on the shelf. The shelf is short beside the catalogue: `cross join` has SQLite begin with it. */
export const listedTables: Sql = sql`listing l
  cross join product p on ${listingOfProduct}
  left join shop s on s.shop_appid = p.shop_appid`;

export function toProductRow(stored: StoredProduct): ProductRow {
  const { service_fee_fen: fee, split_ppm: split } = stored;
  return {
    ...stored,
    promotable: stored.promotable === 1,
    listed: stored.listed === 1,
    margin_fen: fee === null || split === null ? null : fee - shareOf(fee, split),
    open_alerts: (stored.open_alerts?.split(',') ?? []) as AlertKind[],
  };
}

/** One product as pages show it; undefined for one we do not know. */
export function readProductRow(reader: StoreReader, key: ProductKey, now: number): ProductRow | undefined {
  const stored = reader.get<StoredProduct>(
    sql`select * from (select ${productColumns(now)} from ${productTables}) where ${isProduct(key)}`,
  );
  return stored && toProductRow(stored);
}
