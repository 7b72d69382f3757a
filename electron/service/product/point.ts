import type { ProductPoint } from '../../../shared/contract/catalogue.ts';
import type { ProductKey } from '../../../shared/contract/product.ts';
import { HOUR_SECONDS, type Unix } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { readAlertSettings } from './alert-settings.ts';
import { isProduct } from './identity.ts';

type Figures = Omit<ProductPoint, 'at'>;

/**
 * Writes down how price, stock and fee stand when one of them moved. Stock moves with every sale: it is noted once an
 * hour, and at once when the last piece goes, the first comes, or it passes the line below which it is low.
 */
export function notePoint(store: Store, key: ProductKey, before: Figures | null, after: Figures, at: Unix): void {
  if (before && !moved(store, key, before, after, at)) return;
  store.run(sql`insert or replace into product_point (shop_appid, product_id, plan_type, head_supplier_appid, at, price_min_fen,
      price_max_fen, stock, service_ratio_ppm)
    values (${key.shop_appid}, ${key.product_id}, ${key.plan_type}, ${key.head_supplier_appid}, ${at},
      ${after.price_min_fen}, ${after.price_max_fen}, ${after.stock}, ${after.service_ratio_ppm})`);
}

function moved(store: Store, key: ProductKey, before: Figures, after: Figures, at: Unix): boolean {
  if (
    before.price_min_fen !== after.price_min_fen ||
    before.price_max_fen !== after.price_max_fen ||
    before.service_ratio_ppm !== after.service_ratio_ppm
  )
    return true;
  if (before.stock === after.stock) return false;
  const side = (stock: number | null, line: number) => (stock === null ? null : stock > line);
  if ([0, readAlertSettings(store).stock_low].some((line) => side(before.stock, line) !== side(after.stock, line)))
    return true;
  const last = store.value<number | null>(sql`select max(at) from product_point where ${isProduct(key)}`) ?? null;
  return last === null || at - last >= HOUR_SECONDS;
}
