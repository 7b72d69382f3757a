import type Database from 'better-sqlite3';
import type { Sql } from '../../../electron/service/store/sql.ts';

export interface BestStatement {
  run(): unknown[];
  /** The index it is told to use, or what the planner chose. */
  by: string;
}

/**
 * The fastest prepared statement for a question on commission_order: the planner's own choice, and every index named
 * with `indexed by`. `write` gives the query with the place behind the table's name filled in.
 */
export function bestStatement(db: Database.Database, write: (indexedBy: Sql) => Sql): BestStatement {
  const indexes = db
    .prepare(
      "select name from sqlite_master where type = 'index' and tbl_name = 'commission_order' and sql is not null",
    )
    .pluck()
    .all() as string[];
  const ways = ['', ' not indexed', ...indexes.map((name) => ` indexed by ${name}`)];
  let best: { ms: number; found: BestStatement } | null = null;
  for (const way of ways) {
    const query = write({ text: way, values: [] });
    const statement = prepared(db, query);
    if (statement === null) continue;
    const run = () => statement.all(...query.values);
    // One look tells the hopeless ones; those near the best get more.
    let ms = timed(run);
    if (best !== null && ms > 3 * best.ms) continue;
    for (let again = 0; again < 4; again += 1) ms = Math.min(ms, timed(run));
    if (best === null || ms < best.ms) best = { ms, found: { run, by: way.trim() || "the planner's choice" } };
  }
  return best!.found;
}

/** Null when the index cannot serve the query, or only by reading all of it with the rows in no useful order. */
function prepared(db: Database.Database, query: Sql): Database.Statement | null {
  try {
    const plan = db.prepare(`explain query plan ${query.text}`).all(...query.values) as { detail: string }[];
    const details = plan.map(({ detail }) => detail).join('\n');
    if (/SCAN commission_order USING INDEX/.test(details) && /TEMP B-TREE FOR (ORDER|LAST)/.test(details)) return null;
    return db.prepare(query.text);
  } catch {
    return null;
  }
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
