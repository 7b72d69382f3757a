import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeFailure } from '../report/file-failure.ts';

/** A key of 256 bits and the name it is known by, which says nothing of the key. */
export interface PayoutKey {
  key: Buffer;
  id: Buffer;
}

const KEY_BYTES = 32;
export const KEY_ID_BYTES = 8;
const FILE = 'payout.key';
/** Keys of an earlier folder are laid beside the present one under names like `payout-2025.key`. */
const ANY_KEY = /^payout.*\.key$/;

export function keyFolder(dataDir: string): string {
  return join(dataDir, 'keys');
}

/**
 * The key accounts are sealed with, made at its first use. It stands beside the database, not in it, readable only by
 * its owner: who has a copy of the books cannot read accounts. Throws `file.unwritable` or `store.disk_full`.
 */
export function sealingKey(dataDir: string): PayoutKey {
  const folder = keyFolder(dataDir);
  const file = join(folder, FILE);
  const found = readKey(file);
  if (found) return found;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Something that is no key is kept, for somebody who knows what it was.
    if (statSync(file, { throwIfNoEntry: false })) renameSync(file, join(folder, `damaged-${Date.now()}-${FILE}`));
    return makeKey(file);
  } catch (error) {
    throw writeFailure(error, file);
  }
}

/** The key of this name among those in the folder; null when it is not there. */
export function keyNamed(dataDir: string, id: Uint8Array): PayoutKey | null {
  const folder = keyFolder(dataDir);
  for (const file of keyFiles(folder)) {
    const found = readKey(join(folder, file));
    if (found?.id.equals(id)) return found;
  }
  return null;
}

function keyFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => ANY_KEY.test(file));
  } catch {
    return [];
  }
}

function readKey(file: string): PayoutKey | null {
  try {
    const key = readFileSync(file);
    return key.length === KEY_BYTES ? named(key) : null;
  } catch {
    return null;
  }
}

function makeKey(file: string): PayoutKey {
  const key = randomBytes(KEY_BYTES);
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, key);
    // Lost with a power cut, it would take every account sealed with it along.
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return named(key);
}

function named(key: Buffer): PayoutKey {
  const id = createHash('sha256').update('league-desk-payout-key').update(key).digest().subarray(0, KEY_ID_BYTES);
  return { key, id };
}
