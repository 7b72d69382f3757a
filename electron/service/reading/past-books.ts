import type { Unix } from '../../../shared/time.ts';
import { type OwnReader, openReader, type StoreReader } from '../store/store.ts';
import { rebuildReview } from './past-review.ts';
import { pastRows } from './past-rows.ts';
import { shadowTables } from './past-views.ts';

/** The books as they were known at a moment. */
export interface PastBooks {
  /** Asked in the usual words; `asOf` is the moment. Ask inside `atOnce`. */
  readonly reader: StoreReader;
  /** Holds one state of the books while the work runs, however long that takes. */
  atOnce<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens the books as known at `asOf` (platform time, in the past). What changed since is rebuilt first, which takes
 * seconds when it is much; it stands in a temporary file that goes with the connection. Writers are not disturbed:
 * what they change after this is taken in with the next question.
 */
export function openPast(dataDir: string, asOf: Unix, cache?: number): PastBooks {
  if (!Number.isSafeInteger(asOf)) throw new RangeError(`not an instant: ${asOf}`);
  const own = openReader(dataDir, cache);
  try {
    return booksAt(own, asOf);
  } catch (error) {
    own.close();
    throw error;
  }
}

function booksAt(own: OwnReader, asOf: Unix): PastBooks {
  const { db } = own;
  db.pragma('temp_store = file');
  let state = 0;
  const stateNow = () => db.pragma('data_version', { simple: true }) as number;
  const rows = db.transaction(() => {
    state = stateNow();
    shadowTables(own, asOf);
    rebuildReview(own, asOf);
    return pastRows(own, asOf);
  })();

  const begin = () => {
    db.exec('begin');
    try {
      const now = stateNow();
      if (now !== state) rows.catchUp();
      state = now;
    } catch (error) {
      db.exec('rollback');
      throw error;
    }
  };
  // Not rolled back: rows that were taken in stay.
  const end = () => db.exec('commit');

  return {
    reader: { ...own, asOf },
    atOnce(work) {
      begin();
      let answer: ReturnType<typeof work>;
      try {
        answer = work();
      } catch (error) {
        end();
        throw error;
      }
      if (answer instanceof Promise) return answer.finally(end) as typeof answer;
      end();
      return answer;
    },
    close: own.close,
  };
}
