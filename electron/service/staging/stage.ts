import type { ProductKey } from '../../../shared/contract/product.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { StagedAction } from '../../../shared/contract/staging.ts';
import type { Context } from '../context.ts';
import { sql } from '../store/sql.ts';
import { auditBatch, countSubjects, openBatch, readHead } from './batch.ts';
import { appendChanges, readChanges, type Wanted, type Wish } from './change.ts';
import { executors } from './executors.ts';

/** So many changes take about an hour and a half at the pace of 300 calls a minute. */
const MOST_CHANGES = 20_000;

/**
 * Lays changes down, in the order in which they are to be made; nothing is asked of the platform. Throws
 * `staging.empty`, `staging.too_many`, `staging.unknown`, `staging.begun`.
 */
export function stage(context: Context, input: RouteParsed<'staging.stage'>): { batch_id: number; added: number } {
  const { store } = context;
  const wishes = wishesOf(input);
  if (wishes.length === 0) throw new DeskError('staging.empty');
  const staged = store.durably(() => {
    const batchId =
      input.batch_id ?? openBatch(context, { kind: input.invitations ? 'partnership' : 'shelf', title: input.title });
    if (input.batch_id !== undefined) refuseBegun(context, input.batch_id);
    const added = appendChanges(store, batchId, wishes);
    const rows = store.value<number>(sql`select count(*) from staged_change where batch_id = ${batchId}`) ?? 0;
    if (rows > MOST_CHANGES) throw new DeskError('staging.too_many', { rows, most: MOST_CHANGES });
    countSubjects(store, batchId);
    markObstacles(context, batchId);
    auditBatch(context, batchId, 'stage');
    return { batch_id: batchId, added };
  });
  context.changed('staging');
  return staged;
}

/** Throws `staging.unknown`, and `staging.begun` for a batch that is no longer only laid down. */
export function refuseBegun(context: Context, batchId: number): void {
  if (readHead(context.store, batchId).state !== 'staged') throw new DeskError('staging.begun', { batch_id: batchId });
}

/**
 * Notes for what waits in a batch what stands in its way, as far as the books know; `except` names places of which more
 * is known. Call it inside a transaction.
 */
export function markObstacles(context: Context, batchId: number, except: ReadonlySet<number> = new Set()): void {
  const waiting = readChanges(context.store, batchId, sql`state = 'staged' and undoes_place is null`);
  const coming = new Set(waiting.filter(({ action }) => action === 'list').map(({ product_id }) => product_id));
  for (const change of waiting) {
    if (except.has(change.place)) continue;
    const found = executors[change.action].obstacle(context, change);
    // What the batch itself puts on the shelf will be there by then.
    const obstacle = found === 'listing.unknown' && coming.has(change.product_id) ? null : found;
    context.store.run(sql`update staged_change set blocked = ${obstacle}
      where batch_id = ${batchId} and place = ${change.place} and blocked is not ${obstacle}`);
  }
}

function wishesOf(input: RouteParsed<'staging.stage'>): Wish[] {
  const { default_ratio_ppm, invitations } = input;
  const whole = (action: StagedAction, wanted: Wanted) => (key: ProductKey) => wish(action, key, '', wanted);
  return [
    ...(invitations ? answersTo(invitations) : []),
    ...input.list.map(whole('list', default_ratio_ppm == null ? {} : { ratio_ppm: default_ratio_ppm })),
    ...input.unlist.map(whole('unlist', {})),
    ...(default_ratio_ppm === undefined
      ? []
      : input.defaults.map(whole('default_split', { ratio_ppm: default_ratio_ppm }))),
    ...input.splits.flatMap(({ products, promoters }) => {
      // The platform knows no plan in a split: two plans of one product are one change.
      const byId = new Map(products.map((key) => [key.product_id, key]));
      return promoters.flatMap(({ promoter_appid, ratio_ppm }) =>
        [...byId.values()].map((key) => wish('product_split', key, promoter_appid, { ratio_ppm })),
      );
    }),
  ];
}

function answersTo({ shops, decision, note }: NonNullable<RouteParsed<'staging.stage'>['invitations']>): Wish[] {
  const none = { product_id: '', plan_type: 0, head_supplier_appid: '', promoter_appid: '' };
  return shops.map((shop_appid) => ({ action: decision, shop_appid, ...none, wanted: { note } }));
}

function wish(action: StagedAction, key: ProductKey, promoter_appid: string, wanted: Wanted): Wish {
  const { shop_appid, product_id, plan_type, head_supplier_appid } = key;
  return { action, shop_appid, product_id, plan_type, head_supplier_appid, promoter_appid, wanted };
}
