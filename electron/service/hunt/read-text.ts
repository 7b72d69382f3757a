import type { Unix } from '../../../shared/time.ts';
import { plainNumber } from '../table-file/order-number.ts';

/** What is to be hunted for: as it was given, and the time a table has beside it. */
export interface HuntItem {
  given: string;
  at: Unix | null;
}

/** A number of ten digits and more, or one that a spreadsheet has shortened (3.70E+18). */
const NUMBER = /\d(?:\.\d+)?[eE]\+\d{1,2}|\d{10,}/g;

/**
 * The order numbers of pasted text: every long run of digits, in order, each once. A line that is one word with
 * digits is taken as it is even when it is no order number, so that a cut or mistyped one gets its answer too.
 */
export function readText(text: string): HuntItem[] {
  const items = new Map<string, HuntItem>();
  for (const line of text.split(/[\r\n]+/)) {
    const plain = line.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
    const numbers = plain.match(NUMBER) ?? [];
    const word = plainNumber(plain);
    const found = numbers.length > 0 ? numbers : /^\S*\d\S*$/.test(word) ? [word.slice(0, 200)] : [];
    for (const given of found) if (!items.has(given)) items.set(given, { given: given.slice(0, 200), at: null });
  }
  return [...items.values()];
}
