import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { nothing, type Sql, sql } from '../store/sql.ts';
import { auditBatch, countSubjects, openBatch, readHead } from './batch.ts';
import { appendChanges, type Change, readChanges, type Wish } from './change.ts';
import { executors } from './executors.ts';
import { isInPlaces } from './places.ts';

/**
 * Lays down the ways back of made changes, the last made first, as a batch to be looked at and applied. A change for
 * which another such batch waits is left out. Throws `staging.unknown`, `staging.running`, `staging.nothing_to_undo`.
 */
export function undo(context: Context, { batch_id, places }: RouteParsed<'staging.undo'>): number {
  const { store } = context;
  if (readHead(store, batch_id).state === 'applying') throw new DeskError('staging.running', { batch_id });
  const made = readChanges(
    store,
    batch_id,
    sql`state = 'done' and ${notComing(batch_id)}
    ${places ? sql`and ${isInPlaces(places)}` : nothing}`,
  );
  if (made.length === 0) throw new DeskError('staging.nothing_to_undo', { batch_id });
  const undoing = store.durably(() => {
    const batchId = openBatch(context, { kind: 'undo', title: '', undoes: batch_id });
    appendChanges(
      store,
      batchId,
      made.reverse().map((change) => wayBackOf(context, change)),
    );
    countSubjects(store, batchId);
    auditBatch(context, batchId, 'undo');
    return batchId;
  });
  context.changed('staging');
  return undoing;
}

/** A way back that there is not, or that would undo somebody's later word, is laid down blocked: staff see why. */
function wayBackOf(context: Context, change: Change): Wish {
  const way = executors[change.action].wayBack(context, change);
  const link = { undoes_place: change.place };
  if ('action' in way) return { ...way, ...link, blocked: laterWord(context, change) };
  const { action, shop_appid, product_id, plan_type, head_supplier_appid, promoter_appid } = change;
  const subject = { action, shop_appid, product_id, plan_type, head_supplier_appid, promoter_appid };
  return { ...subject, wanted: change.wanted, blocked: way.blocked, ...link };
}

/** What our own books say was changed since; the platform is asked when the change is made. */
function laterWord(context: Context, change: Change): 'staging.later_change' | null {
  if (change.action !== 'product_split') return null;
  const ratio = context.store.value<number>(sql`select ratio_ppm from product_split
    where promoter_appid = ${change.promoter_appid} and product_id = ${change.product_id}`);
  return ratio === undefined || ratio === change.wanted.ratio_ppm ? null : 'staging.later_change';
}

function notComing(batchId: number): Sql {
  return sql`not exists (select 1 from staged_batch b join staged_change u on u.batch_id = b.batch_id
    where b.undoes = ${batchId} and b.state <> 'discarded' and u.undoes_place = staged_change.place
      and u.state in ('staged', 'asked'))`;
}
