import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { pairQuery, pairsOf } from './pairs.ts';

/** Makes notes with a number above `last` findable by any part of their text. In the transaction that wrote them. */
export function pairNotes(store: Store, last: number): void {
  const notes = store.all<{ note_id: number; folded: string }>(
    sql`select note_id, folded from order_note where note_id > ${last} order by note_id`,
  );
  const insert = store.prepare('insert into order_note_pair (rowid, pairs) values (?, ?)');
  // One act puts the same text on many rows.
  let [text, pairs] = ['', ''];
  for (const { note_id, folded } of notes) {
    if (folded !== text) [text, pairs] = [folded, pairsOf(folded)];
    insert.run(note_id, pairs);
  }
}

/** Whether the books were written by a program that did not. */
export function lacksNotePairs(store: Store): boolean {
  const first = store.get<{ note_id: number; folded: string }>(
    sql`select note_id, folded from order_note where folded <> '' order by note_id limit 1`,
  );
  return (
    first !== undefined &&
    store.value(sql`select rowid from order_note_pair
      where order_note_pair match ${pairQuery(first.folded)} and rowid = ${first.note_id}`) === undefined
  );
}
