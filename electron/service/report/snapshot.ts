import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/**
 * Holds one state of the books for all reads of this connection until the answer is called: a sync may write
 * between the sums and the lines of a report. SQLite keeps the state as long as some statement is not at its end.
 */
export function holdSnapshot(reader: StoreReader): () => void {
  const held = reader.each(sql`select 1 union all select count(*) from sqlite_schema union all select 2`);
  held.next();
  held.next();
  return () => {
    held.return?.();
  };
}
