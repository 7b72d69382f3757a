import type { ErrorCode } from '../../../shared/contract/error-code.ts';
import type { ProductKey } from '../../../shared/contract/product.ts';
import type { Context } from '../context.ts';
import { PRODUCT_DETAIL, readProduct } from '../platform/endpoints/products.ts';
import { isProduct } from '../product/identity.ts';
import { promotableAt } from '../product/promotable.ts';
import { recordProduct } from '../product/record.ts';
import type { Change, Standing, Subject } from '../staging/change.ts';
import type { Executor } from '../staging/executor.ts';
import { sql } from '../store/sql.ts';
import { noteListing } from './history.ts';
import { isListed, putOnShelf, setDefault, takeOffShelf } from './shelf.ts';
import { concernsOnlyThis } from './splits.ts';

/** Puts a product on the shelf, with its default split where one is wanted. Its detail is read anew just before. */
export const listExecutor: Executor = {
  cost: () => [{ endpoint: PRODUCT_DETAIL, calls: 1 }],
  refresh: refreshProduct,
  obstacle: (context, change) => (isListed(context, keyOf(change)) ? null : notListable(context, keyOf(change))),
  read: async (context, change) => standingOf(context, change),
  stands: (standing, { wanted }) => standing.listed === true && defaultStands(standing, wanted.ratio_ppm),
  ask: () => null,
  record(context, change) {
    const key = keyOf(change);
    const { ratio_ppm } = change.wanted;
    const detail = { ...(ratio_ppm == null ? {} : { default_ratio_ppm: ratio_ppm }), batch_id: change.batch_id };
    if (isListed(context, key)) {
      if (defaultStands(standingOf(context, change), ratio_ppm)) return;
      noteListing(context, key, 'split', detail);
    } else putOnShelf(context, key, detail);
    if (ratio_ppm != null) setDefault(context, key, ratio_ppm);
  },
  concernsOnlyThis,
  wayBack: (_, change) =>
    change.before?.listed
      ? { ...subjectOf(change), action: 'default_split', wanted: { ratio_ppm: change.before.ratio_ppm } }
      : { ...subjectOf(change), action: 'unlist', wanted: {} },
};

/** Takes a product off the shelf; what it had as default comes back with it. */
export const unlistExecutor: Executor = {
  cost: () => [],
  obstacle: () => null,
  read: async (context, change) => standingOf(context, change),
  stands: (standing) => standing.listed === false,
  ask: () => null,
  record(context, change) {
    takeOffShelf(context, keyOf(change), { batch_id: change.batch_id });
  },
  concernsOnlyThis,
  wayBack: (_, change) => ({
    ...subjectOf(change),
    action: 'list',
    wanted: change.before?.ratio_ppm == null ? {} : { ratio_ppm: change.before.ratio_ppm },
  }),
};

/** The default split of a product on the shelf. */
export const defaultSplitExecutor: Executor = {
  cost: () => [],
  obstacle: (context, change) => (isListed(context, keyOf(change)) ? null : 'listing.unknown'),
  read: async (context, change) => standingOf(context, change),
  stands: (standing, { wanted }) => standing.ratio_ppm === (wanted.ratio_ppm ?? null),
  ask: () => null,
  record(context, change) {
    const key = keyOf(change);
    const ratio = change.wanted.ratio_ppm ?? null;
    if (standingOf(context, change).ratio_ppm === ratio) return;
    setDefault(context, key, ratio);
    noteListing(context, key, 'split', { default_ratio_ppm: ratio, batch_id: change.batch_id });
  },
  concernsOnlyThis,
  wayBack: (_, change) => ({ ...subjectOf(change), wanted: { ratio_ppm: change.before?.ratio_ppm ?? null } }),
};

export function keyOf({ shop_appid, product_id, plan_type, head_supplier_appid }: Subject): ProductKey {
  return { shop_appid, product_id, plan_type, head_supplier_appid };
}

export function subjectOf(change: Change): Subject {
  return { action: change.action, ...keyOf(change), promoter_appid: change.promoter_appid };
}

function standingOf(context: Context, change: Change): Standing {
  const found = context.store.get<{ default_ratio_ppm: number | null }>(
    sql`select default_ratio_ppm from listing where ${isProduct(keyOf(change))}`,
  );
  return { listed: found !== undefined, ratio_ppm: found?.default_ratio_ppm ?? null };
}

/** A listing without a wish for its default keeps whatever it has. */
function defaultStands(standing: Standing, wanted: number | null | undefined): boolean {
  return wanted == null || standing.ratio_ppm === wanted;
}

async function refreshProduct(context: Context, change: Change, signal: AbortSignal): Promise<void> {
  const key = keyOf(change);
  const product = await readProduct(context.platform(), key, signal);
  context.store.transaction(() => recordProduct(context.store, key, product, context.now()));
}

/** Why a product may not be put on the shelf; null when it may. */
function notListable(context: Context, key: ProductKey): ErrorCode | null {
  const product = context.store.get<{ stock: number | null; promotable: number }>(
    sql`select stock, ${promotableAt(context.now())} as promotable from product p where ${isProduct(key)}`,
  );
  if (!product) return 'product.unknown';
  if (!product.promotable) return 'listing.not_promotable';
  return product.stock === 0 ? 'listing.no_stock' : null;
}
