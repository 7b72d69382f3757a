import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DeskError } from '../../../shared/contract/result.ts';
import { writeFailure } from './file-failure.ts';

interface Fresh {
  file: string;
  temporary: string;
}

/**
 * Files that come into being together: written under temporary names beside their places, put there when all are
 * complete. Until then, and after a failure or a cancelling, what stood there before stands there still.
 */
export class FreshFiles {
  readonly #files: Fresh[] = [];
  readonly #folders: string[] = [];

  /** Name to write `file` under for now. Makes its folder where it is missing. */
  begin(file: string): string {
    const place = resolve(file);
    const folder = dirname(place);
    try {
      refuseFolder(place);
      const made = mkdirSync(folder, { recursive: true });
      if (made !== undefined) this.#folders.push(folder);
      const temporary = join(folder, `.league-desk-${randomBytes(6).toString('hex')}.part`);
      closeSync(openSync(temporary, 'wx'));
      this.#files.push({ file: place, temporary });
      return temporary;
    } catch (error) {
      throw writeFailure(error, place);
    }
  }

  /** Puts all files in their places, or none. Answers their full names. */
  keep(): string[] {
    const replaced: Fresh[] = [];
    let current = '';
    try {
      for (const { file, temporary } of this.#files) {
        current = file;
        refuseFolder(file);
        flush(temporary);
        if (existsSync(file)) {
          const before = `${temporary}.before`;
          setAside(file, before);
          replaced.push({ file, temporary: before });
        }
        renameSync(temporary, file);
      }
    } catch (error) {
      const placed = this.#files.filter(({ temporary }) => !existsSync(temporary));
      for (const { file } of placed) rmSync(file, { force: true });
      for (const { file, temporary } of replaced) renameSync(temporary, file);
      throw writeFailure(error, current);
    }
    for (const { temporary } of replaced) rmSync(temporary, { force: true });
    const kept = this.#files.splice(0).map(({ file }) => file);
    for (const folder of new Set(kept.map((file) => dirname(file)))) clearLeavings(folder);
    return kept;
  }

  /** Takes away whatever was begun and not kept. */
  drop(): void {
    for (const { temporary } of this.#files.splice(0)) rmSync(temporary, { force: true });
    for (const folder of this.#folders.splice(0)) {
      try {
        rmdirSync(folder);
      } catch {
        // Somebody put something into it meanwhile: then it stays.
      }
    }
  }
}

const TEMPORARY = /^\.league-desk-[0-9a-f]{12}\.part$/;
const LONG_AGO_MS = 86_400_000;

/** What a program that was killed left half-written. A younger one may be another program's, which writes right now. */
function clearLeavings(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((name) => TEMPORARY.test(name))) {
      const file = join(folder, name);
      if (Date.now() - statSync(file).mtimeMs > LONG_AGO_MS) rmSync(file, { force: true });
    }
  } catch {
    // They are in nobody's way.
  }
}

function refuseFolder(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new DeskError('file.unwritable', { file, reason: 'EISDIR' });
}

/** On the disk before the name points to it: a power cut must not leave a named, empty report. */
function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A second name for what stands there, so that the first never points to nothing; a rename where links are unknown. */
function setAside(file: string, before: string): void {
  try {
    linkSync(file, before);
  } catch {
    renameSync(file, before);
  }
}
