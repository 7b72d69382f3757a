import type { ProductKey } from '../../../shared/contract/product.ts';
import { foldText } from '../order/fold.ts';
import { pairsOf } from '../order/pairs.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { isProduct } from './identity.ts';

/**
 * Makes a product findable by any part of its title. Each title gets a number of its own: what was indexed under the one
 * before stays there and leads to no product.
 */
export function indexTitle(store: Store, key: ProductKey, title: string): void {
  const folded = foldText(title);
  const number = (store.value<number | null>(sql`select max(number) from product`) ?? 0) + 1;
  store.run(sql`update product set number = ${number}, folded = ${folded} where ${isProduct(key)}`);
  store.run(sql`insert into product_pair (rowid, pairs) values (${number}, ${pairsOf(folded)})`);
}

/** Indexes the titles in books of a program that did not. */
export function completeCatalogue(store: Store): void {
  if (!store.writable || store.value(sql`select 1 from product where number is null limit 1`) === undefined) return;
  store.transaction(() => {
    const rows = store.all<ProductKey & { title: string }>(
      sql`select shop_appid, product_id, plan_type, head_supplier_appid, title from product where number is null`,
    );
    for (const row of rows) indexTitle(store, row, row.title);
  });
}
