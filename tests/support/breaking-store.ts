import type Database from 'better-sqlite3';
import type { Store } from '../../electron/service/store/store.ts';
import { DeskError } from '../../shared/contract/result.ts';

/** How writing comes to an end: the disk is full for one statement, or the process is gone and nothing is written any more. */
export type Break = { after: number; how: 'full' | 'gone' };

/**
 * The same books, whose nth written row breaks, wherever that falls: in the middle of a transaction, between two, in
 * the clean-up after a failure. What SQLite holds then is what a kill at that instruction leaves.
 */
export function breakingStore(store: Store, { after, how }: Break): Store {
  let written = 0;
  const breaks = () => {
    written += 1;
    if (how === 'gone' ? written >= after : written === after)
      throw new DeskError('store.disk_full', { file: store.file });
  };
  const watched = (statement: Database.Statement): Database.Statement =>
    new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...input: unknown[]) => {
          if (name === 'run') breaks();
          const answer: unknown = value.apply(target, input);
          return answer === target ? watched(target) : answer;
        };
      },
    });
  return {
    ...store,
    prepare: (text) => watched(store.prepare(text)),
    run: (query) => {
      breaks();
      return store.run(query);
    },
  };
}
