import type { Unix } from '../../../shared/time.ts';
import type { OwnReader } from '../store/store.ts';
import { copyIndexes, copyTable } from './past-views.ts';

/**
 * Acts, decisions, tags and notes at a moment, under the tables' names. What a row was then is the `before` of its
 * first later entry, and what it is where there is none (see review/entry.ts); what comes after this changes neither.
 */
export function rebuildReview(reader: OwnReader, at: Unix): void {
  const { db } = reader;
  rebuildUndone(reader, at);
  rebuildNotes(reader, at);
  copyTable(reader, 'order_review', 'order_review');
  copyTable(reader, 'order_tag', 'order_tag');
  db.exec(`create temp table past_fact (order_id text not null, sku_id text not null, fact text not null, before text,
    primary key (order_id, sku_id, fact)) strict, without rowid`);

  // With min() the other columns are those of its row.
  db.prepare(
    `insert into temp.past_fact (order_id, sku_id, fact, before)
     select order_id, sku_id, fact, before from (
       select entry.order_id, entry.sku_id, batch.detail ->> '$.fact' as fact, entry.before, min(entry.batch_id)
       from main.review_batch batch join main.review_entry entry on entry.batch_id = batch.batch_id
       where batch.at > ? group by 1, 2, 3)
     where fact in ('decision', 'tag')`,
  ).run(at);

  db.exec(`insert into temp.order_review (order_id, sku_id, state, reason, note, decided_at, decided_by, batch_id)
    select order_id, sku_id, state, reason, note, decided_at, decided_by, batch_id from main.order_review now
    where not ${changedLater('decision')}
    union all
    select order_id, sku_id, before ->> '$.state', before ->> '$.reason', before ->> '$.note', before ->> '$.at',
      before ->> '$.by', before ->> '$.batch'
    from temp.past_fact where fact = 'decision' and before is not null`);

  db.exec(`insert into temp.order_tag (order_id, sku_id, tag, tagged_at, tagged_by)
    select order_id, sku_id, tag, tagged_at, tagged_by from main.order_tag now
    where not ${changedLater('tag')}
    union all
    select fact.order_id, fact.sku_id, tag.value, coalesce(batch.at, 0), coalesce(batch.staff, '')
    from temp.past_fact fact, json_each(fact.before) tag left join main.review_batch batch on batch.batch_id = (
      select max(entry.batch_id) from main.review_entry entry join main.review_batch earlier using (batch_id)
      where entry.order_id = fact.order_id and entry.sku_id = fact.sku_id and earlier.at <= ${at}
        and earlier.detail ->> '$.fact' = 'tag'
        and tag.value in (select value from json_each(entry.after))
        and tag.value not in (select value from json_each(entry.before)))
    where fact.fact = 'tag'`);

  copyIndexes(reader, 'order_review', 'order_review');
  copyIndexes(reader, 'order_tag', 'order_tag');
}

/**
 * Which batches were taken back then. An undo can be taken back itself, and the batch again by another: it is undone
 * while some undo of it stands.
 */
function rebuildUndone({ db }: OwnReader, at: Unix): void {
  db.exec('create temp table past_undone (batch_id integer primary key, undone_by integer not null) strict');
  const undos = db
    .prepare(
      'select batch_id, undoes from main.review_batch where undoes is not null and at <= ? order by batch_id desc',
    )
    .all(at) as { batch_id: number; undoes: number }[];
  const undone = new Map<number, number>();
  for (const { batch_id, undoes } of undos) if (!undone.has(batch_id)) undone.set(undoes, batch_id);
  const insert = db.prepare('insert into temp.past_undone (batch_id, undone_by) values (?, ?)');
  for (const pair of undone) insert.run(pair);
  db.exec(`create temp view review_batch as
    select batch.batch_id, batch.at, batch.staff, batch.action, batch.rows, batch.detail, batch.undoes, past.undone_by
    from main.review_batch batch left join temp.past_undone past on past.batch_id = batch.batch_id
    where batch.at <= ${at}`);
}

/** Whether a note stands is a chain of its own; undoing its removal leaves no other trace of it. */
function rebuildNotes({ db }: OwnReader, at: Unix): void {
  db.exec('create temp table past_note (note_id integer primary key, stood integer not null) strict');
  db.prepare(
    `insert into temp.past_note (note_id, stood)
     select note_id, before is not null from (
       select cast(coalesce(entry.after, entry.before) as integer) as note_id, entry.before, min(entry.batch_id)
       from main.review_batch batch join main.review_entry entry on entry.batch_id = batch.batch_id
       where batch.at > ? and batch.detail ->> '$.fact' = 'note' group by 1)`,
  ).run(at);
  db.exec(`create temp view order_note as
    select note.note_id, order_id, sku_id, text, folded, written_at, written_by,
      cast(case when past.stood = 0 then ${at} when past.stood is null and removed_at <= ${at} then removed_at end
        as integer) as removed_at, batch_id
    from main.order_note note left join temp.past_note past on past.note_id = note.note_id
    where written_at <= ${at}`);
}

function changedLater(fact: 'decision' | 'tag'): string {
  return `exists (select 1 from temp.past_fact
    where past_fact.order_id = now.order_id and past_fact.sku_id = now.sku_id and past_fact.fact = '${fact}')`;
}
