import { nothing, type Sql, sql } from '../store/sql.ts';

/**
 * What `review_entry.before` and `after` hold. The kind of JSON tells the fact:
 *
 * - a decision is an object, `{state, reason, note, at, by, batch}`: the row of `order_review` as it stood, `batch`
 *   being the batch that brought it; null where nobody had decided;
 * - tags are the list of all tags of the row, in binary order, `[]` without any;
 * - a note is the number of the note that was added (`after`) or taken back (`before`); the other side is null.
 *
 * Per row and fact the entries are a chain: an entry's `before` is the `after` of the one before it, also across undo,
 * which is a batch with entries of its own. The state at a past moment is therefore the `before` of the first entry
 * of a later batch, and the present one where there is none.
 */
export type ReviewFact = 'decision' | 'tag' | 'note';

/** The decision of a row of `order_review` named `r`, as it stands in an entry. */
export const decisionText: Sql = {
  text: `case when r.state is not null then json_object('state', r.state, 'reason', r.reason, 'note', r.note,
    'at', r.decided_at, 'by', r.decided_by, 'batch', r.batch_id) end`,
  values: [],
};

/** The tags of the row of `alias`, as they stand in an entry. */
export function tagsText(alias: 'o' | 'e'): Sql {
  return {
    text: `(select json_group_array(g.tag order by g.tag) from order_tag g
      where g.order_id = ${alias}.order_id and g.sku_id = ${alias}.sku_id)`,
    values: [],
  };
}

/** A decision as it stands in an entry. `state` and `reason` may be SQL; bound numbers are reals, and JSON would show it. */
export function decisionOf(to: { state: Sql; reason: Sql; note: string; at: number; by: string; batch: number }): Sql {
  return sql`json_object('state', ${to.state}, 'reason', ${to.reason}, 'note', ${to.note},
    'at', cast(${to.at} as integer), 'by', ${to.by}, 'batch', cast(${to.batch} as integer))`;
}

/** Makes `order_review` what the entries of the batch say behind it; `among` narrows them: `and …`. */
export function decisionsOf(batchId: number, among: Sql = nothing): Sql[] {
  return [
    sql`delete from order_review where (order_id, sku_id) in
      (select order_id, sku_id from review_entry where batch_id = ${batchId} and after is null ${among})`,
    sql`insert into order_review (order_id, sku_id, state, reason, note, decided_at, decided_by, batch_id)
      select order_id, sku_id, after ->> '$.state', after ->> '$.reason', after ->> '$.note', after ->> '$.at',
        after ->> '$.by', after ->> '$.batch'
      from review_entry where batch_id = ${batchId} and after is not null ${among}
      on conflict (order_id, sku_id) do update set state = excluded.state, reason = excluded.reason,
        note = excluded.note, decided_at = excluded.decided_at, decided_by = excluded.decided_by,
        batch_id = excluded.batch_id`,
  ];
}

/** Makes `order_tag` what the entries of the batch say behind it. */
export function tagsOf(batchId: number, by: { at: number; staff: string }): Sql[] {
  return [
    sql`delete from order_tag where exists (select 1 from review_entry e
      where e.batch_id = ${batchId} and e.order_id = order_tag.order_id and e.sku_id = order_tag.sku_id
        and order_tag.tag not in (select value from json_each(e.after)))`,
    sql`insert or ignore into order_tag (order_id, sku_id, tag, tagged_at, tagged_by)
      select e.order_id, e.sku_id, t.value, ${by.at}, ${by.staff}
      from review_entry e, json_each(e.after) t where e.batch_id = ${batchId}`,
  ];
}

/** Makes notes stand, or not, as the entries of the batch say. */
export function notesOf(batchId: number, at: number): Sql[] {
  return [
    sql`update order_note set removed_at = case when e.after is null then ${at} end
      from review_entry e
      where e.batch_id = ${batchId} and order_note.note_id = cast(coalesce(e.after, e.before) as integer)`,
  ];
}
