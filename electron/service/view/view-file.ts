import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { orderFilter, orderSort } from '../../../shared/contract/order-filter.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import {
  type SavedView,
  VIEW_FILE_FORMAT,
  VIEW_FILE_VERSION,
  type ViewQuestion,
  viewQuestion,
  viewRoutes,
} from '../../../shared/contract/view.ts';
import { startOfDay } from '../../../shared/time.ts';

/** A view with 20,000 pasted order ids takes half a megabyte; nobody hands over a hundred of those. */
const LARGEST_BYTES = 32 * 1024 * 1024;
export const MOST_VIEWS = 500;

/** Why a file gives no views at all; a stable word in the params of `view.file_unreadable`. */
export type FileReason = 'missing' | 'unreadable' | 'too_large' | 'too_many' | 'not_json' | 'not_views' | 'newer';

/** One entry of a file: a view, or what of it makes no sense (the path of the field, such as `filter.from`). */
export type FileEntry = { name: string; question: ViewQuestion } | { name: string; refused: string };

// A condition nobody here knows must not be dropped: without it the view would show other rows than its author meant.
const strictQuestion = viewQuestion
  .extend({
    filter: z.strictObject(orderFilter.shape),
    sort: z.strictObject(orderSort.shape).prefault({}),
  })
  .strict();

const viewName = viewRoutes['view.save'].input.shape.name;

export function viewFileText(views: readonly Pick<SavedView, 'name' | 'question'>[]): string {
  const file = {
    format: VIEW_FILE_FORMAT,
    version: VIEW_FILE_VERSION,
    views: views.map(({ name, question }) => ({ name, question })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The entries of a file as they stand there. Throws `view.file_unreadable` with the file and a `FileReason`. */
export function readViewFile(file: string): FileEntry[] {
  const refuse = (reason: FileReason, cause?: unknown): never => {
    throw new DeskError('view.file_unreadable', { file, reason }, { cause });
  };
  let content: unknown;
  const text = readText(file, refuse);
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse('not_json', error);
  }
  if (!isRecord(content) || content.format !== VIEW_FILE_FORMAT) return refuse('not_views');
  const { version, views } = content;
  if (typeof version === 'number' && version > VIEW_FILE_VERSION) return refuse('newer');
  if (version !== VIEW_FILE_VERSION || !Array.isArray(views)) return refuse('not_views');
  if (views.length > MOST_VIEWS) return refuse('too_many');
  return views.map(readEntry);
}

function readText(file: string, refuse: (reason: FileReason, cause?: unknown) => never): string {
  let bytes: Buffer;
  try {
    const entry = statSync(file);
    // A pipe would be waited for without end.
    if (!entry.isFile()) return refuse('unreadable');
    if (entry.size > LARGEST_BYTES) return refuse('too_large');
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof DeskError) throw error;
    return refuse(
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable',
      error,
    );
  }
  try {
    // The decoder takes a byte order mark away, which editors on Windows like to write.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return refuse('not_json', error);
  }
}

function readEntry(entry: unknown): FileEntry {
  const stated = isRecord(entry) && typeof entry.name === 'string' ? entry.name.trim() : '';
  const name = viewName.safeParse(stated);
  // The page lists what was refused by its name, so the name is shown even when it is itself what is wrong.
  if (!isRecord(entry) || !name.success) return { name: stated.slice(0, 60), refused: 'name' };
  const question = strictQuestion.safeParse(entry.question);
  if (!question.success) return { name: name.data, refused: placeOf(question.error) || 'question' };
  const { filter } = question.data;
  for (const end of ['from', 'to'] as const) {
    const day = filter[end];
    if (day !== undefined && startOfDay(day) === null) return { name: name.data, refused: `filter.${end}` };
  }
  return { name: name.data, question: question.data };
}

/** Path of the first field that makes no sense; a field nobody knows is named itself. */
function placeOf(error: z.ZodError): string {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).filter((step) => typeof step === 'string');
  if (issue?.code === 'unrecognized_keys') path.push((issue.keys[0] ?? '').slice(0, 60));
  return path.join('.');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
