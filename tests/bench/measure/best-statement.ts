import type Database from 'better-sqlite3';
import type { Sql } from '../../../electron/service/store/sql.ts';

export interface BestStatement {
  run(): unknown[];
  /** The index it is told to use, or what the planner chose. */
  by: string;
}

/** How many more rows than the best way so far a way may look at before it is given up. */
const HOPELESS = 3;
const SPARE_LOOKS = 2000;

export interface AskedTable {
  name: string;
  /** What the query calls it. */
  as: string;
  /** A column to count its rows by. */
  key: string;
}

const ORDERS: AskedTable = { name: 'commission_order', as: 'commission_order', key: 'id' };

/**
 * The fastest prepared statement for a question on one table: the planner's own choice, and every index named
 * with `indexed by`. `write` gives the query with the place behind the table's name filled in, and with a condition
 * that counts rows to stand before all others: ways that look at far more rows than another are not run to their end.
 */
export function bestStatement(
  db: Database.Database,
  write: (indexedBy: Sql, counting: readonly Sql[]) => Sql,
  table: AskedTable = ORDERS,
): BestStatement {
  const indexes = db
    .prepare("select name from sqlite_master where type = 'index' and tbl_name = ? and sql is not null")
    .pluck()
    .all(table.name) as string[];
  const looks = looksOf(db);
  const ways = ['', ' not indexed', ...indexes.map((name) => ` indexed by ${name}`)];
  let fewest = Number.POSITIVE_INFINITY;
  let best: { ms: number; found: BestStatement } | null = null;
  for (const way of ways) {
    const place = { text: way, values: [] };
    const query = write(place, []);
    const statement = prepared(db, query, table.as);
    if (statement === null) continue;
    const looked = looks(write(place, [{ text: `look(${table.key})`, values: [] }]), HOPELESS * fewest + SPARE_LOOKS);
    if (looked === null) continue;
    fewest = Math.min(fewest, looked);
    const run = () => statement.all(...query.values);
    let ms = Number.POSITIVE_INFINITY;
    for (let again = 0; again < 5; again += 1) {
      ms = Math.min(ms, timed(run));
      if (best !== null && ms > HOPELESS * best.ms) break;
    }
    if (best === null || ms < best.ms) best = { ms, found: { run, by: way.trim() || "the planner's choice" } };
  }
  return best!.found;
}

/** Counts the rows a query looks at; null when they are more than `most`. */
function looksOf(db: Database.Database): (query: Sql, most: number) => number | null {
  let looked = 0;
  let allowed = 0;
  db.function('look', { deterministic: false }, (_id: unknown) => {
    looked += 1;
    if (looked > allowed) throw new Error('too many looks');
    return 1;
  });
  return (query, most) => {
    looked = 0;
    allowed = most;
    try {
      db.prepare(query.text).all(...query.values);
      return looked;
    } catch (error) {
      if (looked > allowed) return null;
      throw error;
    }
  };
}

/**
 * Null when the index cannot serve the query, or only by reading all of it, row after row, for no order that is asked
 * for: reading the table as it lies is never slower.
 */
function prepared(db: Database.Database, query: Sql, table: string): Database.Statement | null {
  try {
    const plan = db.prepare(`explain query plan ${query.text}`).all(...query.values) as { detail: string }[];
    const details = plan.map(({ detail }) => detail).join('\n');
    const ordered = query.text.includes(' order by ') && !/TEMP B-TREE FOR (ORDER|LAST)/.test(details);
    if (details.includes(`SCAN ${table} USING INDEX`) && !ordered) return null;
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
