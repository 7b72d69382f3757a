import { createHash } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { DeskError } from '../../../shared/contract/result.ts';

/** Throws `feed.bad_target` unless it is an existing folder. It is not made: an unmounted share must not look fine. */
export async function checkFolder(folder: string): Promise<void> {
  const found = isAbsolute(folder) ? await stat(folder).catch(() => null) : null;
  if (!found?.isDirectory()) throw new DeskError('feed.bad_target', { folder, reason: 'no_folder' });
}

/**
 * Writes `feed.json` and, after it, `feed.json.sha256` (one line of `sha256sum`). Each appears whole or not at all:
 * a reader never meets half a feed. Throws `file.unwritable`.
 */
export async function writeToFolder(folder: string, text: string): Promise<void> {
  const sum = createHash('sha256').update(text).digest('hex');
  await replaceFile(join(folder, 'feed.json'), text);
  await replaceFile(join(folder, 'feed.json.sha256'), `${sum}  feed.json\n`);
}

async function replaceFile(file: string, text: string): Promise<void> {
  const part = `${file}.part`;
  try {
    const handle = await open(part, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new DeskError('file.unwritable', { file, reason }, { cause: error });
  }
}
