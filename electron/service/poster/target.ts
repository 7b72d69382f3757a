import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeFailure } from '../report/file-failure.ts';
import { FreshFiles } from '../report/fresh-files.ts';
import { Archive } from '../statement/pack/archive.ts';

/** Where a batch of posters goes: all of it is there at the end, or nothing. */
export interface PosterTarget {
  add(path: string, bytes: Uint8Array): Promise<void>;
  /** Puts everything in its place; answers the folder's or the archive's name. */
  keep(): Promise<string>;
  drop(): Promise<void>;
}

export function zipTarget(file: string): PosterTarget {
  const place = resolve(file);
  const fresh = new FreshFiles();
  const archive = new Archive(fresh.begin(place), place);
  // An archive is written from front to back.
  let last: Promise<unknown> = Promise.resolve();
  return {
    add: (path, bytes) => {
      const added = last.then(() => archive.add(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
      last = added.catch(() => {});
      return added;
    },
    async keep() {
      await archive.close();
      return fresh.keep()[0]!;
    },
    async drop() {
      await archive.abort();
      fresh.drop();
    },
  };
}

export function folderTarget(folder: string): PosterTarget {
  const place = resolve(folder);
  const fresh = new FreshFiles();
  return {
    async add(path, bytes) {
      const file = join(place, path);
      try {
        await writeFile(fresh.begin(file), bytes);
      } catch (error) {
        throw writeFailure(error, file);
      }
    },
    async keep() {
      fresh.keep();
      return place;
    },
    async drop() {
      fresh.drop();
    },
  };
}
