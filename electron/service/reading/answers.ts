import { type OwnReader, openReader, type StoreReader } from '../store/store.ts';
import { openPast, type PastBooks } from './past-books.ts';
import type { Question } from './question.ts';
import { readings } from './readings.ts';

/** Answers questions on connections of its own. */
export interface Answers {
  answer(question: Question): unknown;
  close(): void;
}

/**
 * Every question sees one state of the books, the newest there is when it comes. Of past moments the last one asked
 * for stays open: a page asks many things of one. `cache` is what a connection may keep of the file in memory, KiB.
 */
export function answersFrom(dataDir: string, cache: number): Answers {
  let present: OwnReader | null = null;
  let past: PastBooks | null = null;

  const booksAt = (asOf: number): PastBooks => {
    if (past?.reader.asOf === asOf) return past;
    past?.close();
    past = null;
    past = openPast(dataDir, asOf, cache);
    return past;
  };

  return {
    answer(question) {
      const as_of = 'as_of' in question.input ? question.input.as_of : undefined;
      if (as_of !== undefined) {
        const books = booksAt(as_of);
        return books.atOnce(() => reply(books.reader, question));
      }
      present ??= openReader(dataDir, cache);
      const reader = present;
      return reader.db.transaction(() => reply(reader, question))();
    },
    close() {
      present?.close();
      past?.close();
    },
  };
}

function reply(reader: StoreReader, { name, input }: Question): unknown {
  const read = readings[name] as (reader: StoreReader, input: unknown) => unknown;
  return read(reader, input);
}
