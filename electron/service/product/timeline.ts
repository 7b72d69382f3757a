import type { ProductPoint } from '../../../shared/contract/catalogue.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { isProduct } from './identity.ts';

/** How price, stock and fee of one product moved: every point since `from`, and the one that held when it began. */
export function productTimeline(
  store: StoreReader,
  { product, from }: RouteParsed<'product.timeline'>,
): RouteOutput<'product.timeline'> {
  return {
    points: store.all<ProductPoint>(sql`select at, price_min_fen, price_max_fen, stock, service_ratio_ppm
      from product_point where ${isProduct(product)} and at >= coalesce(
        (select max(at) from product_point where ${isProduct(product)} and at <= ${from ?? 0}), ${from ?? 0})
      order by at`),
  };
}
