import { dataStamp } from '../store/data-stamp.ts';
import type { Sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

interface Kept {
  stamp: string;
  answers: Map<string, unknown>;
}

const kept = new WeakMap<StoreReader, Kept>();
/** Typed searches come one after another; more than these nobody looks at again. */
const MOST = 200;

/** What the work found in these books, asked again only once anybody has written to them. */
export function keptAnswer<Answer>(reader: StoreReader, question: string, work: () => Answer): Answer {
  const stamp = dataStamp(reader);
  let found = kept.get(reader);
  if (found?.stamp !== stamp || found.answers.size >= MOST) {
    found = { stamp, answers: new Map() };
    kept.set(reader, found);
  }
  if (!found.answers.has(question)) found.answers.set(question, work());
  return found.answers.get(question) as Answer;
}

/** The one number a query gives. */
export function keptTotal(reader: StoreReader, query: Sql): number {
  return keptAnswer(reader, JSON.stringify(query), () => reader.value<number>(query) ?? 0);
}
