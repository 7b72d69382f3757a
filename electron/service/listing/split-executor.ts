import { DeskError } from '../../../shared/contract/result.ts';
import { dayOf } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import {
  GET_PRODUCT_SPLIT,
  readProductSplit,
  readPromoter,
  SET_PRODUCT_SPLIT,
  setProductSplit,
} from '../platform/endpoints/promoters.ts';
import { deedOf } from '../rule/deed.ts';
import { setSplitFromToday } from '../rule/from-today.ts';
import { ruleOn } from '../rule/scope.ts';
import type { Change, Way } from '../staging/change.ts';
import type { Executor } from '../staging/executor.ts';
import { sql } from '../store/sql.ts';
import { subjectOf } from './executors.ts';
import { concernsOnlyThis, payerKind, type Wish, writeSplit } from './splits.ts';

/** The platform's words for a promoter that is not bound to us. */
const NOT_BOUND = 'platform.10071029';
/** The platform takes no smaller share. */
const LEAST_RATIO = 100_000;

/**
 * A promoter's split on one product: at the platform where the platform pays, else a dated rule of ours from today on.
 */
export const productSplitExecutor: Executor = {
  cost: (context, { promoter_appid }) =>
    payerKind(context, promoter_appid) === 'platform'
      ? [
          { endpoint: SET_PRODUCT_SPLIT, calls: 1 },
          // Read before and read back.
          { endpoint: GET_PRODUCT_SPLIT, calls: 2 },
        ]
      : [],
  obstacle(context, change) {
    const promoter = context.store.get<{ gone: number }>(
      sql`select not_seen_since is not null as gone from promoter where promoter_appid = ${change.promoter_appid}`,
    );
    if (!promoter) return 'promoter.unknown';
    if (promoter.gone) return 'promoter.not_bound';
    // A way back is gone also where the product has left the shelf since.
    return change.undoes_place !== null || isOnShelf(context, change.product_id) ? null : 'listing.unknown';
  },
  async read(context, change, signal) {
    if (payerKind(context, change.promoter_appid) !== 'platform') return { ratio_ppm: ruleRatio(context, change) };
    return { ratio_ppm: await readProductSplit(context.platform(), change.promoter_appid, change.product_id, signal) };
  },
  stands: (standing, { wanted }) => standing.ratio_ppm === wanted.ratio_ppm,
  notTaken: ({ wanted }, found) =>
    new DeskError('listing.split_unverified', { wanted: wanted.ratio_ppm ?? null, found: found.ratio_ppm }),
  ask(context, change) {
    if (payerKind(context, change.promoter_appid) !== 'platform') return null;
    const { promoter_appid, product_id, ratio_ppm } = wishOf(change);
    return (signal) => setProductSplit(context.platform(), promoter_appid, product_id, ratio_ppm, signal);
  },
  record(context, change) {
    const wish = wishOf(change);
    const local = payerKind(context, change.promoter_appid) === 'local';
    if (local) setSplitFromToday(context.store, wish, wish.ratio_ppm, deedOf(context));
    const state = local ? 'local' : 'platform';
    const known = context.store.get<{ ratio_ppm: number; state: string }>(sql`select ratio_ppm, state from product_split
      where promoter_appid = ${wish.promoter_appid} and product_id = ${wish.product_id}`);
    if (known?.ratio_ppm === wish.ratio_ppm && known.state === state) return;
    writeSplit(context, wish, state, null);
  },
  recordFailure: (context, change, failure) => writeSplit(context, wishOf(change), 'failed', failure.code),
  concernsOnlyThis,
  async explain(context, change, failure, signal) {
    if (failure.code !== NOT_BOUND) return failure;
    const { promoter_appid } = change;
    if (await readPromoter(context.platform(), promoter_appid, signal)) return failure;
    context.store.run(sql`update promoter set not_seen_since = ${context.now()}
      where promoter_appid = ${promoter_appid} and not_seen_since is null`);
    return new DeskError('promoter.not_bound', { promoter_appid });
  },
  wayBack: (context, change) => wayBack(context, change),
};

/** The platform cannot take a split away: what had none gets the promoter's own ratio, which comes to the same. */
function wayBack(context: Context, change: Change): Way {
  const before = change.before?.ratio_ppm ?? null;
  if (before !== null) return { ...subjectOf(change), wanted: { ratio_ppm: before } };
  const own =
    payerKind(context, change.promoter_appid) === 'platform'
      ? context.store.value<number | null>(
          sql`select ratio_ppm from promoter where promoter_appid = ${change.promoter_appid}`,
        )
      : widerRule(context, change);
  if (own == null || own < LEAST_RATIO) return { blocked: 'staging.no_way_back' };
  return { ...subjectOf(change), wanted: { ratio_ppm: own, instead: true } };
}

function wishOf(change: Change): Wish {
  return {
    promoter_appid: change.promoter_appid,
    product_id: change.product_id,
    ratio_ppm: change.wanted.ratio_ppm ?? 0,
  };
}

function isOnShelf(context: Context, productId: string): boolean {
  return context.store.value<number>(sql`select 1 from listing where product_id = ${productId} limit 1`) === 1;
}

function ruleRatio(context: Context, { promoter_appid, product_id }: Change): number | null {
  return ratioOn(context, promoter_appid, product_id);
}

/** What holds for the promoter without a split of his own on the product: his own, the product's, or everyone's. */
function widerRule(context: Context, { promoter_appid, product_id }: Change): number | null {
  return ratioOn(context, promoter_appid, null) ?? ratioOn(context, null, product_id) ?? ratioOn(context, null, null);
}

function ratioOn(context: Context, promoter_appid: string | null, product_id: string | null): number | null {
  const rule = ruleOn(context.store, { kind: 'split', promoter_appid, product_id }, dayOf(context.now()));
  return rule
    ? (context.store.value<number>(sql`select ratio_ppm from split_rule where rule_id = ${rule.rule_id}`) ?? null)
    : null;
}
