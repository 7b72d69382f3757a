import { randomUUID } from 'node:crypto';
import { DeskError } from '../../../shared/contract/result.ts';
import { type SavedView, type ViewQuestion, viewQuestion } from '../../../shared/contract/view.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

interface Row {
  view_id: string;
  name: string;
  question: string;
  saved_at: number;
  saved_by: string;
}

/**
 * All saved views by their position. A question this program does not understand (books that a newer one wrote in) stays
 * in the books and is not listed: opened with a condition missing it would show other rows than were meant.
 */
export function listViews(reader: StoreReader): SavedView[] {
  return reader
    .all<Row>(sql`select view_id, name, question, saved_at, saved_by from saved_view order by position, name`)
    .flatMap((row) => {
      const question = readQuestion(row.question);
      return question ? [{ ...row, question }] : [];
    });
}

/**
 * A new view behind all others, or, with `view_id`, what an old one is from now on. Throws `view.name_taken`,
 * `view.unknown`.
 */
export function saveView(
  context: Context,
  wanted: { view_id?: string | undefined; name: string; question: ViewQuestion },
): SavedView {
  const { store } = context;
  const { name } = wanted;
  const saved = store.durably((): SavedView => {
    const namesake = store.value<string>(sql`select view_id from saved_view where name = ${name}`);
    if (namesake !== undefined && namesake !== wanted.view_id) throw new DeskError('view.name_taken', { name });
    if (wanted.view_id === undefined) {
      const added = addView(context, name, wanted.question);
      note(context, 'view.save', { view_id: added.view_id, name });
      return added;
    }
    const before = nameOf(store, wanted.view_id);
    const view = { ...wanted, view_id: wanted.view_id, saved_at: context.now(), saved_by: context.staff() };
    store.run(sql`update saved_view set name = ${name}, question = ${JSON.stringify(wanted.question)},
      saved_at = ${view.saved_at}, saved_by = ${view.saved_by} where view_id = ${view.view_id}`);
    note(context, 'view.save', { view_id: view.view_id, name, ...(before === name ? {} : { before }) });
    return view;
  });
  context.changed('views');
  return saved;
}

/** Removing what somebody else just removed is no mistake: it answers `removed: false`. */
export function removeView(context: Context, viewId: string): { removed: boolean } {
  const { store } = context;
  const removed = store.durably(() => {
    const name = store.value<string>(sql`select name from saved_view where view_id = ${viewId}`);
    if (name === undefined) return false;
    store.run(sql`delete from saved_view where view_id = ${viewId}`);
    note(context, 'view.remove', { view_id: viewId, name });
    return true;
  });
  if (removed) context.changed('views');
  return { removed };
}

/** Behind all others. Call it inside a transaction, with a name that is free. */
export function addView(context: Context, name: string, question: ViewQuestion): SavedView {
  const view = { view_id: randomUUID(), name, question, saved_at: context.now(), saved_by: context.staff() };
  context.store.run(sql`insert into saved_view (view_id, name, question, position, saved_at, saved_by)
    select ${view.view_id}, ${name}, ${JSON.stringify(question)}, coalesce(max(position), 0) + 1, ${view.saved_at},
      ${view.saved_by} from saved_view`);
  return view;
}

export function note(context: Context, action: `view.${string}`, detail: Record<string, unknown>): void {
  audit(context.store, { at: context.now(), staff: context.staff(), action, detail });
}

function nameOf(reader: StoreReader, viewId: string): string {
  const name = reader.value<string>(sql`select name from saved_view where view_id = ${viewId}`);
  if (name === undefined) throw new DeskError('view.unknown', { view_id: viewId });
  return name;
}

function readQuestion(text: string): ViewQuestion | null {
  try {
    return viewQuestion.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
