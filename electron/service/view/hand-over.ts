import { writeFileSync } from 'node:fs';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { writeFailure } from '../report/file-failure.ts';
import { FreshFiles } from '../report/fresh-files.ts';
import { sql } from '../store/sql.ts';
import { addView, listViews, note } from './saved.ts';
import { readViewFile, viewFileText } from './view-file.ts';

const LONGEST_NAME = 60;

/** Writes the views to one file, in their order. Throws `view.unknown`, and `file.unwritable` or `store.disk_full`. */
export function exportViews(
  context: Context,
  { view_ids, file }: RouteParsed<'view.export'>,
): RouteOutput<'view.export'> {
  const wanted = new Set(view_ids);
  const views = listViews(context.store).filter((view) => wanted.delete(view.view_id));
  const [missing] = wanted;
  if (missing !== undefined) throw new DeskError('view.unknown', { view_id: missing });
  const files = new FreshFiles();
  try {
    const temporary = files.begin(file);
    try {
      writeFileSync(temporary, viewFileText(views));
    } catch (error) {
      throw writeFailure(error, file);
    }
    const [written] = files.keep();
    return { file: written ?? file, views: views.length };
  } catch (error) {
    files.drop();
    throw error;
  }
}

/**
 * Adds the views of a file behind those there are; names that are taken get a number. Views that make no sense are
 * answered in `refused` with the field that does not. Throws `view.file_unreadable`.
 */
export function importViews(context: Context, { file }: RouteParsed<'view.import'>): RouteOutput<'view.import'> {
  const entries = readViewFile(file);
  const { store } = context;
  const answer: RouteOutput<'view.import'> = { added: [], refused: [] };
  store.durably(() => {
    const taken = new Set(store.all<{ name: string }>(sql`select name from saved_view`).map(({ name }) => name));
    for (const entry of entries) {
      if ('refused' in entry) {
        answer.refused.push({ name: entry.name, reason: entry.refused });
        continue;
      }
      const name = freeName(entry.name, taken);
      taken.add(name);
      answer.added.push(addView(context, name, entry.question));
    }
    note(context, 'view.import', {
      file,
      added: answer.added.map(({ view_id, name }) => ({ view_id, name })),
      refused: answer.refused.length,
    });
  });
  if (answer.added.length) context.changed('views');
  return answer;
}

/** The name itself, else with ` 2`, ` 3`, …; shortened where the number would not fit. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) {
    const tail = ` ${number}`;
    free = `${shortened(name, LONGEST_NAME - tail.length)}${tail}`;
  }
  return free;
}

/** At most so many UTF-16 units, without half a character at the end. */
function shortened(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
