import { statfs } from 'node:fs/promises';

/** Below this no run starts: a sync that fills the disk up stops every other program too. */
export const LOW_BYTES = 500 * 1024 * 1024;

/** Free bytes where the books are; null where the file system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
