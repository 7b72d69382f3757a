import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { type BatchDetail, endBatch, openBatch } from './batch.ts';
import { decisionsOf, notesOf, type ReviewFact, tagsOf, tagsText } from './entry.ts';
import { showStates } from './row-state.ts';

interface Standing {
  batch_id: number;
  undoes: number | null;
  detail: string;
}

/**
 * Takes a batch back as a whole: every row is again what it was before it. Without a number it is the newest act of
 * this person that stands, so that asking again goes further back; an undo is taken back by its own number. The
 * undo is a batch itself. Throws `review.nothing_to_undo`, and `review.later_decision` with the number of rows that
 * are no longer as the batch left them.
 */
export function undo(context: Context, { batch_id }: RouteParsed<'review.undo'>): RouteOutput<'review.undo'> {
  const { store } = context;
  const [at, staff] = [context.now(), context.staff()];
  const done = store.durably(() => {
    const batch = standing(store, batch_id, staff);
    if (!batch) throw new DeskError('review.nothing_to_undo', batch_id === undefined ? {} : { batch_id });
    const { fact } = JSON.parse(batch.detail) as BatchDetail;
    const touched = store.value<number>(sql`select count(*) ${laterChanges(fact, sql`${batch.batch_id}`)}`) ?? 0;
    if (touched > 0) throw new DeskError('review.later_decision', { rows: touched });

    const head = { at, staff, action: 'undo', detail: { fact }, undoes: batch.batch_id } as const;
    const batchId = openBatch(store, head);
    const { changes: changed } = store.run(sql`insert into review_entry (batch_id, order_id, sku_id, before, after)
      select ${batchId}, order_id, sku_id, after, before from review_entry where batch_id = ${batch.batch_id}`);
    const steps: Record<ReviewFact, () => Sql[]> = {
      decision: () => decisionsOf(batchId),
      tag: () => tagsOf(batchId, { at, staff }),
      note: () => notesOf(batchId, at),
    };
    for (const step of steps[fact]()) store.run(step);
    if (fact === 'decision') showStates(store, batchId);
    markUndone(store, batch, batchId);
    return { batch_id: endBatch(store, batchId, changed, head), changed, unchanged: 0 };
  });
  context.changed('reviews');
  return done;
}

function standing(store: Store, batchId: number | undefined, staff: string): Standing | undefined {
  if (batchId !== undefined)
    return store.get<Standing>(sql`select batch_id, undoes, detail from review_batch
      where batch_id = ${batchId} and undone_by is null`);
  return store.get<Standing>(sql`select batch_id, undoes, detail from review_batch
    where staff = ${staff} and undone_by is null and action not in ('undo', 'rule') order by batch_id desc limit 1`);
}

/** Along a chain of undo and redo every other batch stands. */
function markUndone(store: Store, batch: Standing, by: number): void {
  let link: Standing | undefined = batch;
  let undoneBy: number | null = by;
  while (link) {
    store.run(sql`update review_batch set undone_by = ${undoneBy} where batch_id = ${link.batch_id}`);
    undoneBy = undoneBy === null ? link.batch_id : null;
    link =
      link.undoes === null
        ? undefined
        : store.get<Standing>(sql`select batch_id, undoes, detail
      from review_batch where batch_id = ${link.undoes}`);
  }
}

/** `from … where …` over the rows of a batch that are no longer as it left them. */
function laterChanges(fact: ReviewFact, batchId: Sql): Sql {
  if (fact === 'decision')
    return sql`from review_entry e left join order_review r on r.order_id = e.order_id and r.sku_id = e.sku_id
      where e.batch_id = ${batchId} and r.batch_id is not (e.after ->> '$.batch')`;
  if (fact === 'tag') return sql`from review_entry e where e.batch_id = ${batchId} and e.after is not ${tagsText('e')}`;
  return sql`from review_entry e join order_note n on n.note_id = cast(coalesce(e.after, e.before) as integer)
    where e.batch_id = ${batchId} and (e.after is null) <> (n.removed_at is not null)`;
}

/** Whether a batch that stands could be taken back: no row of it has changed since. */
export function isUndoable(reader: StoreReader, batchId: number, fact: ReviewFact): boolean {
  return reader.value<number>(sql`select exists (select 1 ${laterChanges(fact, sql`${batchId}`)})`) === 0;
}
