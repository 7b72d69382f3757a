import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import Database from 'better-sqlite3';
import { TextFile } from '../../../electron/service/report/text-file.ts';
import type { Sql } from '../../../electron/service/store/sql.ts';

/** The books of the desk, for statements of our own. */
export function openBare(folder: string): Database.Database {
  const db = new Database(join(folder, 'desk.db'), { readonly: true });
  db.pragma('cache_size = -65536');
  return db;
}

const STAFF_TABLES = ['order_review', 'order_tag', 'order_note', 'order_name'];

/** The same rows in a SQLite file without any index. Made once, beside the books. */
export function openUnindexed(folder: string): Database.Database {
  const file = join(folder, 'unindexed.db');
  if (!existsSync(file)) {
    const db = new Database(`${file}.making`);
    db.pragma('journal_mode = off');
    db.exec(`attach '${join(folder, 'desk.db')}' as desk`);
    for (const table of ['commission_order', ...STAFF_TABLES])
      db.exec(`create table main.${table} as select * from desk.${table}`);
    db.close();
    renameSync(`${file}.making`, file);
  }
  const db = new Database(file, { readonly: true });
  db.pragma('cache_size = -65536');
  return db;
}

export interface Duck {
  /** Rows of a query written for SQLite; null where DuckDB does not understand it. */
  ask(query: Sql): Promise<(() => Promise<Record<string, unknown>[]>) | null>;
  rows(text: string): Promise<Record<string, unknown>[]>;
  close(): void;
}

/** The same rows in a DuckDB file, on two threads. Made once, beside the books. */
export async function openDuck(folder: string): Promise<Duck> {
  const file = join(folder, 'orders.duckdb');
  if (!existsSync(file)) await makeDuck(folder, file);
  const instance = await DuckDBInstance.create(file, { threads: '2', access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows = async (text: string) =>
    (await connection.runAndReadAll(text)).getRowObjectsJS() as Record<string, unknown>[];
  return {
    rows,
    async ask(query) {
      const text = withValues(query);
      try {
        await rows(`explain ${text}`);
      } catch {
        return null;
      }
      return () => rows(text);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** DuckDB takes a bound JavaScript number for a double and would turn whole columns into doubles to compare with it. */
function withValues({ text, values }: Sql): string {
  let index = 0;
  return text.replace(/\?/g, () => {
    const value = values[index++];
    return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
  });
}

async function makeDuck(folder: string, file: string): Promise<void> {
  const making = `${file}.making`;
  rmSync(making, { force: true });
  const instance = await DuckDBInstance.create(making, { threads: '2' });
  const connection = await instance.connect();
  const bare = openBare(folder);
  for (const table of ['commission_order', ...STAFF_TABLES]) await copyTable(bare, connection, table, folder);
  await connection.run('checkpoint');
  bare.close();
  connection.closeSync();
  instance.closeSync();
  renameSync(making, file);
}

/** By way of a file, because DuckDB reads those far faster than rows handed over one by one. */
async function copyTable(
  bare: Database.Database,
  connection: DuckDBConnection,
  table: string,
  folder: string,
): Promise<void> {
  const columns = (bare.pragma(`table_info(${table})`) as { name: string; type: string }[]).filter(
    ({ type }) => type !== 'BLOB',
  );
  const csv = join(folder, `${table}.csv`);
  rmSync(csv, { force: true });
  const out = new TextFile(csv, csv);
  for (const row of bare
    .prepare(`select ${columns.map(({ name }) => name).join(', ')} from ${table}`)
    .raw()
    .iterate())
    out.write(`${(row as (string | number | null)[]).map(cell).join(',')}\n`);
  out.end();
  const types = columns.map(({ name, type }) => `'${name}': '${type === 'INTEGER' ? 'BIGINT' : 'VARCHAR'}'`).join(', ');
  await connection.run(
    `create table ${table} as select * from read_csv('${csv}', header = false, delim = ',', quote = '"', escape = '"', nullstr = '\\N', columns = {${types}}, auto_detect = false, parallel = false)`,
  );
  rmSync(csv);
}

function cell(value: string | number | null): string {
  return value === null ? '\\N' : typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
}
