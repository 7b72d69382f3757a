import type { ListingRow } from '../../../shared/contract/listing.ts';
import type { ProductKey } from '../../../shared/contract/product.ts';
import type { RouteInput } from '../../../shared/contract/routes.ts';
import type { Ppm } from '../../../shared/rate.ts';
import type { Desk } from '../../app/client/index.ts';
import { productKeyOf, productText } from '../products/product-identity.ts';

const PAGE_ROWS = 500;

/** The shelf's rows of the given products, read before they are taken off so that it can be undone. */
export async function rememberShelf(desk: Desk, products: readonly ProductKey[]): Promise<ListingRow[]> {
  const wanted = new Set(products.map(productText));
  const found: ListingRow[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: ListingRow[]; next_cursor: string | null } = await desk.read('listing.list', {
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.rows.filter((row) => wanted.has(productText(row))));
    cursor = page.next_cursor;
  } while (cursor !== null && found.length < wanted.size);
  return found;
}

/**
 * The calls that put rows back: one for each default split. The splits of single promoters need no call, they stay in
 * force at the platform and in our rules while a product is off the shelf.
 */
export function relistCalls(rows: readonly ListingRow[]): RouteInput<'listing.add'>[] {
  const calls = new Map<Ppm | null, RouteInput<'listing.add'>>();
  for (const row of rows) {
    const call = calls.get(row.default_ratio_ppm) ?? { products: [], default_ratio_ppm: row.default_ratio_ppm };
    call.products.push(productKeyOf(row));
    calls.set(row.default_ratio_ppm, call);
  }
  return [...calls.values()];
}
