import type { ProductKey } from '../../../shared/contract/product.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { isProduct } from '../product/identity.ts';
import { promotableAt } from '../product/promotable.ts';
import { sql } from '../store/sql.ts';
import { writeFeedAfterChange } from './feed.ts';
import { noteListing } from './history.ts';
import { isListed, putOnShelf, setDefault, takeOffShelf } from './shelf.ts';
import { carryOut, planSplits } from './splits.ts';

/**
 * Puts products on the shelf, sets the given shares and writes the feed. All products or none: throws
 * `product.unknown` and `listing.not_promotable`. A product already listed stays listed since when it was; a default
 * share given now replaces its default.
 */
export async function addListings(
  context: Context,
  input: RouteParsed<'listing.add'>,
): Promise<RouteOutput<'listing.add'>> {
  const keys = distinct(input.products);
  const { listed, plan } = context.store.durably(() => {
    const fresh = keys.filter((key) => checkListable(context, key));
    for (const key of fresh) {
      putOnShelf(context, key, { default_ratio_ppm: input.default_ratio_ppm, splits: input.splits });
    }
    if (input.default_ratio_ppm !== null) for (const key of keys) setDefault(context, key, input.default_ratio_ppm);
    for (const key of keys)
      if (!fresh.includes(key))
        noteListing(context, key, 'split', { default_ratio_ppm: input.default_ratio_ppm, splits: input.splits });
    const wishes = keys.flatMap(({ product_id }) => input.splits.map((split) => ({ ...split, product_id })));
    return { listed: fresh.length, plan: planSplits(context, wishes) };
  });
  context.changed('listings', 'products', 'rules', 'status');
  const splits = await carryOut(context, plan);
  const feed_error = await writeFeedAfterChange(context);
  context.changed('listings', 'promoters');
  return { listed, splits, feed_error };
}

/**
 * Takes products off the shelf and out of the feed. The platform has no call that removes a promoter's share on a
 * product, so shares stay in force there for links already handed out, and in our rules likewise.
 */
export async function removeListings(
  context: Context,
  input: RouteParsed<'listing.remove'>,
): Promise<RouteOutput<'listing.remove'>> {
  const removed = context.store.durably(() => {
    let count = 0;
    for (const key of distinct(input.products)) {
      if (takeOffShelf(context, key)) count += 1;
    }
    return count;
  });
  context.changed('listings', 'products', 'status');
  return { removed, feed_error: removed > 0 ? await writeFeedAfterChange(context) : null };
}

/** Changes the shares of a listed product. Throws `listing.unknown`. */
export async function setListingSplits(
  context: Context,
  input: RouteParsed<'listing.set_splits'>,
): Promise<RouteOutput<'listing.set_splits'>> {
  const { product, default_ratio_ppm } = input;
  const plan = context.store.durably(() => {
    if (!isListed(context, product)) throw new DeskError('listing.unknown', { product_id: product.product_id });
    if (default_ratio_ppm !== undefined) setDefault(context, product, default_ratio_ppm);
    noteListing(context, product, 'split', {
      ...(default_ratio_ppm === undefined ? {} : { default_ratio_ppm }),
      splits: input.splits,
    });
    return planSplits(
      context,
      input.splits.map((split) => ({ ...split, product_id: product.product_id })),
    );
  });
  context.changed('listings', 'rules');
  const splits = await carryOut(context, plan);
  const feed_error = await writeFeedAfterChange(context);
  context.changed('listings', 'promoters');
  return { splits, feed_error };
}

/** Whether the product is new to the shelf; throws when it may not be put there. */
function checkListable(context: Context, key: ProductKey): boolean {
  if (isListed(context, key)) return false;
  const product = context.store.get<{ title: string; promotable: number }>(
    sql`select title, ${promotableAt(context.now())} as promotable from product p where ${isProduct(key)}`,
  );
  if (!product) throw new DeskError('product.unknown', { product_id: key.product_id });
  if (!product.promotable)
    throw new DeskError('listing.not_promotable', { product_id: key.product_id, title: product.title });
  return true;
}

function distinct(keys: readonly ProductKey[]): ProductKey[] {
  return [...new Map(keys.map((key) => [JSON.stringify(Object.values(key)), key])).values()];
}
