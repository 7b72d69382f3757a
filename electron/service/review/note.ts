import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { foldText } from '../order/fold.ts';
import { pairNotes } from '../order/note-pairs.ts';
import { sql } from '../store/sql.ts';
import { endBatch, openBatch } from './batch.ts';
import { notesOf } from './entry.ts';
import { countTarget, rowsOf } from './target.ts';

/** The same words on every row of the target, as one batch. Throws `order.unknown`. */
export function addNote(context: Context, { target, text }: RouteParsed<'review.note'>): RouteOutput<'review.note'> {
  const { store } = context;
  const [at, staff] = [context.now(), context.staff()];
  const head = { at, staff, action: 'note', detail: { fact: 'note', note: text } } as const;
  const done = store.durably(() => {
    const rows = countTarget(store, target);
    const batchId = openBatch(store, head);
    const last = store.value<number>(sql`select coalesce(max(note_id), 0) from order_note`) ?? 0;
    store.run(sql`insert into order_note (order_id, sku_id, text, folded, written_at, written_by, batch_id)
      select order_id, sku_id, ${text}, ${foldText(text)}, ${at}, ${staff}, ${batchId} from ${rowsOf(target)}`);
    pairNotes(store, last);
    store.run(sql`insert into review_entry (batch_id, order_id, sku_id, before, after)
      select batch_id, order_id, sku_id, null, cast(note_id as text) from order_note
      where note_id > ${last} and batch_id = ${batchId}`);
    return { batch_id: endBatch(store, batchId, rows, head), changed: rows, unchanged: 0 };
  });
  if (done.changed > 0) context.changed('reviews');
  return done;
}

/** Takes a note back; it stays in the books. One that is not there, or no more, changes nothing. */
export function removeNote(
  context: Context,
  { note_id }: RouteParsed<'review.remove_note'>,
): RouteOutput<'review.remove_note'> {
  const { store } = context;
  const [at, staff] = [context.now(), context.staff()];
  const done = store.durably(() => {
    const note = store.get<{ text: string }>(
      sql`select text from order_note where note_id = ${note_id} and removed_at is null`,
    );
    if (!note) return { batch_id: null, changed: 0, unchanged: 1 };
    const head = { at, staff, action: 'note', detail: { fact: 'note', note: note.text, removed: true } } as const;
    const batchId = openBatch(store, head);
    store.run(sql`insert into review_entry (batch_id, order_id, sku_id, before, after)
      select ${batchId}, order_id, sku_id, cast(note_id as text), null from order_note where note_id = ${note_id}`);
    for (const step of notesOf(batchId, at)) store.run(step);
    return { batch_id: endBatch(store, batchId, 1, head), changed: 1, unchanged: 0 };
  });
  if (done.changed > 0) context.changed('reviews');
  return done;
}
