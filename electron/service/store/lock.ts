import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/contract/result.ts';

/**
 * One writing program per data folder. The lock is an exclusive transaction on a small database of its own: the
 * operating system lets go of it when the process ends, however it ends, so no stale lock file can shut staff out.
 */
export function lockDataFolder(dataDir: string): { release(): void } {
  const file = join(dataDir, 'desk.lock');
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma('locking_mode = exclusive');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      throw new DeskError('store.locked', { file: dataDir }, { cause: error });
    throw error;
  }
  return {
    release: () => {
      lock.close();
    },
  };
}
