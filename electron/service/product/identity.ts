import type { ProductKey } from '../../../shared/contract/product.ts';
import { type Sql, sql } from '../store/sql.ts';

/** Condition on the four columns of a product's identity. */
export function isProduct(key: ProductKey): Sql {
  return sql`shop_appid = ${key.shop_appid} and product_id = ${key.product_id} and plan_type = ${key.plan_type}
    and head_supplier_appid = ${key.head_supplier_appid}`;
}
