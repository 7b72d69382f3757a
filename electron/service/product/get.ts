import type { ProductDetail, ProductKey } from '../../../shared/contract/product.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { readProductState } from '../platform/endpoints/products.ts';
import { parseExactJson } from '../platform/json.ts';
import { sql } from '../store/sql.ts';
import { isProduct } from './identity.ts';
import { readProductRow } from './row.ts';

/** One product with its SKUs, pictures and changes. Throws `product.unknown`. */
export function getProduct(context: Context, key: ProductKey): ProductDetail {
  const row = readProductRow(context.store, key, context.now());
  if (!row) throw new DeskError('product.unknown', { product_id: key.product_id });
  const raw = context.store.value<string>(sql`select raw from product_raw where ${isProduct(key)}`) ?? '{}';
  const { images, skus, category } = readProductState(parseExactJson(raw));
  return {
    ...row,
    images,
    skus,
    category,
    changes: context.store.all<ProductDetail['changes'][number]>(
      sql`select seen_at, field, before, after from product_change where ${isProduct(key)} order by change_id desc`,
    ),
    raw,
  };
}
