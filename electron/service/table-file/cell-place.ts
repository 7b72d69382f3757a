import type { Merge } from './cell.ts';

/** "AB12" -> 27; -1 where there are no letters. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    index = index * 26 + code;
  }
  return index - 1;
}

/** "A2:C4" -> its rows and columns; null for what is no range. */
export function rangeOf(reference: string): Merge | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!parts) return null;
  const [, left, top, right, bottom] = parts;
  return { top: Number(top), bottom: Number(bottom), left: columnIndex(left!), right: columnIndex(right!) };
}
