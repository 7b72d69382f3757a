import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { SetupFailure } from './failure.ts';
import { withLock } from './lock.ts';

/** What the set-up fetched or compiled, kept outside the checkout so that a fresh clone finds it. */
export function cacheFolder(): string {
  const own = process.env.LEAGUE_DESK_CACHE;
  if (own) return own;
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'league-desk-setup');
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'league-desk-setup');
  return join(process.env.XDG_CACHE_HOME ?? join(home, '.cache'), 'league-desk-setup');
}

const partialMark = '.partial-';

/** Makes `target` whole or not at all: `fill` writes into a folder beside it, which is renamed at the end. */
export async function placeFolder(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const partial = `${target}${partialMark}${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    await fill(partial);
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** One set-up at a time on this cache. */
export async function withCacheLock<T>(work: () => Promise<T>): Promise<T> {
  const folder = cacheFolder();
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new SetupFailure(
      `The cache folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}).`,
      'make it writable, or set LEAGUE_DESK_CACHE to a folder that is',
      { cause: error },
    );
  }
  return withLock(join(folder, 'lock'), 'set-up', () => {
    removeLeftovers(folder);
    return work();
  });
}

/** Called under the lock: whatever is still partial belongs to a set-up that was interrupted. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.includes(partialMark)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

export function requireSpace(megabytes: number): void {
  let folder = cacheFolder();
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free >= megabytes) return;
  throw new SetupFailure(
    `The disk of ${folder} has ${free} MB left, the set-up needs ${megabytes} MB.`,
    `free some space, or set LEAGUE_DESK_CACHE to a folder on another disk`,
  );
}
