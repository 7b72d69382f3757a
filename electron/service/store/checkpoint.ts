import { join } from 'node:path';
import Database from 'better-sqlite3';
import { STORE_FILE } from './store.ts';

/**
 * Moves what was written so far into the books' own file. For threads that make others write much: left to the
 * connection that writes, this comes every so often and stops it for half a second.
 */
export function checkpointer(dataDir: string): { move(): void; close(): void } {
  const db = new Database(join(dataDir, STORE_FILE), { fileMustExist: true });
  const checkpoint = db.prepare('pragma wal_checkpoint(passive)');
  return { move: () => void checkpoint.get(), close: () => db.close() };
}
