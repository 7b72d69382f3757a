import type { OrderKey } from '../../../shared/contract/order.ts';
import type { ReviewBatch, ReviewEvent, ReviewReason } from '../../../shared/contract/review.ts';
import { nothing, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { BatchDetail } from './batch.ts';
import { isUndoable } from './undo.ts';

type Told = Pick<ReviewBatch, 'batch_id' | 'at' | 'staff' | 'action' | 'rows'> & {
  detail: string;
  undone_by: number | null;
};

/** What was done lately, by whom, newest first. */
export function recentBatches(reader: StoreReader, limit: number): ReviewBatch[] {
  const batches = reader.all<Told>(sql`select batch_id, at, staff, action, rows, detail, undone_by from review_batch
    order by batch_id desc limit ${limit}`);
  return batches.map(({ detail: text, undone_by, ...batch }) => {
    const detail = JSON.parse(text) as BatchDetail;
    const undone = undone_by !== null;
    return {
      ...batch,
      reason: (detail.reason ?? null) as ReviewReason | null,
      note: wordsOf(detail),
      undone,
      undoable: !undone && isUndoable(reader, batch.batch_id, detail.fact),
    };
  });
}

/** The words of a batch: its note, or the tags it put on and took off. */
function wordsOf({ note, add = [], remove = [] }: BatchDetail): string | null {
  return note || [...add.map((tag) => `+${tag}`), ...remove.map((tag) => `−${tag}`)].join(' ') || null;
}

type Entry = Pick<ReviewEvent, 'batch_id' | 'at' | 'staff' | 'action' | 'before' | 'after'> & {
  detail: string;
  undone_by: number | null;
};

/**
 * What was done to one commission order, newest first; with `asOf` what was known then. `before` and `after` are the
 * JSON text of the entries (see `entry.ts`), a note's side is its text.
 */
export function reviewEvents(reader: StoreReader, key: OrderKey, asOf?: number): ReviewEvent[] {
  const then = asOf === undefined ? nothing : sql`and b.at <= ${asOf}`;
  const entries = reader.all<Entry>(sql`select b.batch_id, b.at, b.staff, b.action, e.before, e.after, b.detail,
      b.undone_by
    from review_entry e join review_batch b on b.batch_id = e.batch_id
    where e.order_id = ${key.order_id} and e.sku_id = ${key.sku_id} ${then}
    order by b.batch_id desc`);
  const known = new Set(entries.map(({ batch_id }) => batch_id));
  const noteOf = (id: string | null) =>
    id === null ? null : (reader.value<string>(sql`select text from order_note where note_id = ${Number(id)}`) ?? null);
  return entries.map(({ detail: text, undone_by, ...entry }) => {
    const detail = JSON.parse(text) as BatchDetail;
    const isNote = detail.fact === 'note';
    return {
      ...entry,
      fact: detail.fact,
      before: isNote ? noteOf(entry.before) : entry.before,
      after: isNote ? noteOf(entry.after) : entry.after,
      reason: reasonOf(entry.after, detail),
      note: wordsOf(detail),
      undone: undone_by !== null && (asOf === undefined || known.has(undone_by)),
    };
  });
}

/** A rule's reason is the row's own: one run holds rows for several. */
function reasonOf(after: string | null, { fact, reason }: BatchDetail): ReviewReason | null {
  if (reason) return reason as ReviewReason;
  if (fact !== 'decision' || after === null) return null;
  return (JSON.parse(after) as { reason: ReviewReason | null }).reason;
}
