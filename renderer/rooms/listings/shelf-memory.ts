import type { ListingRow } from '../../../shared/contract/listing.ts';
import type { ProductKey } from '../../../shared/contract/product.ts';
import type { RouteInput } from '../../../shared/contract/routes.ts';
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

/** The calls that put rows back as they were: one for each set of equal splits. */
export function relistCalls(rows: readonly ListingRow[]): RouteInput<'listing.add'>[] {
  const calls = new Map<string, RouteInput<'listing.add'>>();
  for (const row of rows) {
    const splits = row.splits
      .filter((split) => split.state !== 'failed')
      .map(({ promoter_appid, ratio_ppm }) => ({ promoter_appid, ratio_ppm }))
      .sort((a, b) => (a.promoter_appid < b.promoter_appid ? -1 : 1));
    const key = JSON.stringify([row.default_ratio_ppm, splits]);
    const call = calls.get(key) ?? { products: [], default_ratio_ppm: row.default_ratio_ppm, splits };
    call.products.push(productKeyOf(row));
    calls.set(key, call);
  }
  return [...calls.values()];
}
