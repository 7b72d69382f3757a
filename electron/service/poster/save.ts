import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DeskError } from '../../../shared/contract/result.ts';
import { writeFailure } from '../report/file-failure.ts';
import { FreshFiles } from '../report/fresh-files.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Throws `poster.not_a_png`, `file.unwritable`, `store.disk_full`; what stood there before then stands there still. */
export function savePoster(file: string, png: Uint8Array): { file: string; bytes: number } {
  checkPng(png);
  const fresh = new FreshFiles();
  try {
    const place = resolve(file);
    const temporary = fresh.begin(place);
    try {
      writeFileSync(temporary, png);
    } catch (error) {
      throw writeFailure(error, place);
    }
    const [kept] = fresh.keep();
    return { file: kept!, bytes: png.length };
  } finally {
    fresh.drop();
  }
}

export function checkPng(png: Uint8Array): void {
  if (!SIGNATURE.equals(png.subarray(0, SIGNATURE.length))) throw new DeskError('poster.not_a_png');
}
