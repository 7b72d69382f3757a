import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/contract/result.ts';
import { storeFailure } from './failure.ts';
import { lockDataFolder } from './lock.ts';
import { migrate, readMigrations, refuseNewer, schemaVersion } from './migrate.ts';
import type { Sql } from './sql.ts';

/** Reads only. Worker threads and the command line's reading verbs get no more than this. */
export interface StoreReader {
  readonly file: string;
  /** The past moment (platform time) whose books it shows: sums kept for now say nothing there. Left out: now. */
  readonly asOf?: number;
  all<Row>(query: Sql): Row[];
  get<Row>(query: Sql): Row | undefined;
  /** One row at a time, for exports larger than memory. */
  each<Row>(query: Sql): IterableIterator<Row>;
  /** The same as lists of values, for loops over very many rows. */
  eachRaw<Row extends readonly unknown[]>(query: Sql): IterableIterator<Row>;
  /**
   * Does work whose queries call `visit(id)` for each row they look at. Throws `TooManyVisits` after so many: what would
   * take long is better done elsewhere.
   */
  visiting<T>(limit: number, work: () => T): T;
  /** Rows as plain arrays in the order of the select, for loops over very many of them. */
  arrays<Row extends unknown[]>(query: Sql): Row[];
  /** One value of one row; undefined without a row. */
  value<Value>(query: Sql): Value | undefined;
  close(): void;
}

export interface Store extends StoreReader {
  /** False beside a program that has the books open: a command that only reads leaves no trace then. */
  readonly writable: boolean;
  run(query: Sql): { changes: number; id: number };
  /** Everything or nothing. Synchronous: no waiting inside a transaction. */
  transaction<T>(work: () => T): T;
  /** As `transaction`, but on the disk before it returns: for staff's decisions and closings. */
  durably<T>(work: () => T): T;
  /** A prepared statement for hot loops. */
  prepare(text: string): Database.Statement;
  readonly db: Database.Database;
}

export const STORE_FILE = 'desk.db';

/** Prepared statements are kept; filters compose many texts, so the memory has an end. */
function remembered(prepare: (text: string) => Database.Statement): (text: string) => Database.Statement {
  const statements = new Map<string, Database.Statement>();
  return (text) => {
    let statement = statements.get(text);
    if (!statement) {
      statement = prepare(text);
      if (statements.size >= 500) statements.clear();
      statements.set(text, statement);
    }
    return statement;
  };
}

/** A query looked at more rows than it was allowed. */
export class TooManyVisits extends Error {}

function reader(db: Database.Database): StoreReader & { prepare(text: string): Database.Statement } {
  let visitsLeft = Number.POSITIVE_INFINITY;
  db.function('visit', { varargs: true }, () => {
    visitsLeft -= 1;
    if (visitsLeft < 0) throw new TooManyVisits();
    return 1;
  });
  const prepare = remembered((text) => db.prepare(text));
  const plucked = remembered((text) => db.prepare(text).pluck());
  const bare = remembered((text) => db.prepare(text).raw());
  return {
    file: db.name,
    prepare,
    visiting: (limit, work) => {
      visitsLeft = limit;
      try {
        return work();
      } finally {
        visitsLeft = Number.POSITIVE_INFINITY;
      }
    },
    all: <Row>(query: Sql) => prepare(query.text).all(...query.values) as Row[],
    get: <Row>(query: Sql) => prepare(query.text).get(...query.values) as Row | undefined,
    // A fresh statement: a cached one could not be used again while it is being iterated.
    each: <Row>(query: Sql) => db.prepare(query.text).iterate(...query.values) as IterableIterator<Row>,
    eachRaw: <Row>(query: Sql) =>
      db
        .prepare(query.text)
        .raw()
        .iterate(...query.values) as IterableIterator<Row>,
    arrays: <Row extends unknown[]>(query: Sql) => bare(query.text).all(...query.values) as Row[],
    value: <Value>(query: Sql) => plucked(query.text).get(...query.values) as Value | undefined,
    close: () => db.close(),
  };
}

function pragmas(db: Database.Database): void {
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = normal');
  db.pragma('foreign_keys = on');
  db.pragma('busy_timeout = 5000');
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = memory');
  // 64 MiB: while orders pour in, the same pages of indexes change again and again, and each checkpoint writes them.
  db.pragma('wal_autocheckpoint = 16000');
}

/**
 * Opens the institution's database for writing, alone.
 * Throws `DeskError` store.locked, store.newer, store.corrupt, store.readonly or store.disk_full.
 */
export async function openStore(dataDir: string): Promise<Store> {
  const file = join(dataDir, STORE_FILE);
  let lock: { release(): void } | undefined;
  let db: Database.Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    lock = lockDataFolder(dataDir);
    db = new Database(file);
    pragmas(db);
    const verdict = db.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new DeskError('store.corrupt', { file, reason: String(verdict) });
    await migrate(db, readMigrations(), join(dataDir, 'backups'));
    return writer(db, lock, file);
  } catch (error) {
    db?.close();
    lock?.release();
    throw storeFailure(error, file);
  }
}

function writer(db: Database.Database, lock: { release(): void }, file: string): Store {
  const base = reader(db);
  const inTransaction = <T>(work: () => T): T => {
    try {
      return db.inTransaction ? work() : db.transaction(work).immediate();
    } catch (error) {
      throw storeFailure(error, file);
    }
  };
  return {
    ...base,
    db,
    writable: true,
    run: (query) => {
      try {
        const done = base.prepare(query.text).run(...query.values);
        return { changes: done.changes, id: Number(done.lastInsertRowid) };
      } catch (error) {
        throw storeFailure(error, file);
      }
    },
    transaction: inTransaction,
    durably: (work) => {
      db.pragma('synchronous = full');
      try {
        return inTransaction(work);
      } finally {
        db.pragma('synchronous = normal');
      }
    },
    close: () => {
      try {
        // Statistics keep the planner on the right index; cheap when little has changed.
        db.pragma('optimize');
      } catch {
        // A full disk has no room for them; the books must be closed all the same.
      }
      db.close();
      lock.release();
    },
  };
}

/** A read-only connection of one's own. */
export interface OwnReader extends StoreReader {
  readonly db: Database.Database;
}

/**
 * A second, read-only connection: for worker threads, with `cache` KiB of the file in memory. Throws `store.unopened`
 * when there are no books of this version.
 */
export function openReader(dataDir: string, cache = 65_536): OwnReader {
  const db = openReadOnly(dataDir);
  db.pragma(`cache_size = -${cache}`);
  return { ...reader(db), db };
}

/** The books beside a program that has them open for writing. Whatever writes fails with `store.locked`. */
export function readOnlyStore(dataDir: string): Store {
  const db = openReadOnly(dataDir);
  const base = reader(db);
  const refuse = (): never => {
    throw new DeskError('store.locked', { file: dataDir });
  };
  return { ...base, db, writable: false, run: refuse, transaction: refuse, durably: refuse };
}

function openReadOnly(dataDir: string): Database.Database {
  const file = join(dataDir, STORE_FILE);
  if (!existsSync(file)) throw new DeskError('store.unopened', { file });
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    db.pragma('busy_timeout = 5000');
    db.pragma('cache_size = -65536');
    const migrations = readMigrations();
    refuseNewer(db, migrations);
    if (schemaVersion(db) < migrations.length) throw new DeskError('store.unopened', { file });
    return db;
  } catch (error) {
    throw storeFailure(error, file);
  }
}
