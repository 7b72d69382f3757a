import { setImmediate as turn } from 'node:timers/promises';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** Rows taken away at once: others wait a few milliseconds at most. */
const AT_ONCE = 500;

const OF_NO_FILE = sql`import_id > (select coalesce(max(import_id), 0) from import_file)`;

/** What stays of a file whose reading was broken off; called when the books are opened. */
export function dropUnfinishedRows(store: Store): void {
  store.run(sql`delete from import_row where ${OF_NO_FILE}`);
}

/** The same while others want answers, too. */
export async function dropUnfinishedGently(store: Store): Promise<void> {
  for (;;) {
    const { changes } = store.run(sql`delete from import_row where (import_id, row) in
      (select import_id, row from import_row where ${OF_NO_FILE} limit ${AT_ONCE})`);
    if (changes < AT_ONCE) return;
    await turn();
  }
}
