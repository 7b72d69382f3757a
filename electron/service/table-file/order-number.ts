/**
 * An order number as somebody gives it. `whole`: all its digits are there. `rounded`: a spreadsheet kept its first
 * digits and lost the rest; `digits` are those, of a number that had `length` digits. `none`: no order number.
 */
export type OrderNumber =
  | { kind: 'whole'; order_id: string; rounded: Rounded | null }
  | { kind: 'rounded'; rounded: Rounded }
  | { kind: 'none' };

export interface Rounded {
  digits: string;
  length: number;
}

/** Digits a spreadsheet keeps of a number for sure. */
export const KEPT_DIGITS = 15;
const SHORTEST = 10;
const LONGEST = 25;

/** Wide digits, hard and empty spaces, and what Excel and its exports put around a text that looks like a number. */
export function plainNumber(given: string): string {
  const text = given
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim();
  return (/^="?(.*?)"?$/s.exec(text)?.[1] ?? text)
    .replace(/^['‘’`]+/, '')
    .replace(/^"(.*)"$/s, '$1')
    .trim();
}

/** Order numbers are digits, usually 19; lengths from 10 to 25 are taken. */
export function orderNumber(given: string): OrderNumber {
  const text = plainNumber(given);
  if (/^\d+$/.test(text)) {
    if (text.length < SHORTEST || text.length > LONGEST) return { kind: 'none' };
    return { kind: 'whole', order_id: text, rounded: zeroEnded(text) };
  }
  // A whole number that was written with a fraction of nothing.
  const whole = /^(\d+)\.0+$/.exec(text)?.[1];
  if (whole && whole.length >= SHORTEST && whole.length <= LONGEST)
    return { kind: 'whole', order_id: whole, rounded: zeroEnded(whole) };
  const parts = /^(\d)(?:\.(\d+))?[eE]\+?0*(\d{1,2})$/.exec(text);
  if (!parts) return { kind: 'none' };
  const length = Number(parts[3]) + 1;
  if (length < SHORTEST || length > LONGEST) return { kind: 'none' };
  return { kind: 'rounded', rounded: { digits: `${parts[1]}${parts[2] ?? ''}`.slice(0, length), length } };
}

/** Nothing but zeros behind the digits a spreadsheet keeps: one number in thousands is so by itself. */
function zeroEnded(text: string): Rounded | null {
  if (text.length <= KEPT_DIGITS + 1 || !/^0+$/.test(text.slice(KEPT_DIGITS))) return null;
  return { digits: text.slice(0, KEPT_DIGITS), length: text.length };
}

/** As a spreadsheet shows what it has rounded: 3701234567890123500 -> 3.7012345678901235E+18. */
export function roundedText(digits: string): string {
  const kept = digits.replace(/0+$/, '');
  return `${kept[0]}${kept.length > 1 ? `.${kept.slice(1)}` : ''}E+${digits.length - 1}`;
}

/** Beyond 2^53 a float keeps no single digits. */
export function lostDigits(text: string): boolean {
  return /^\d{16,25}$/.test(text) && !Number.isSafeInteger(Number(text));
}

/**
 * Whether the number may have come out of a float. One that a float cannot hold proves that whoever wrote the column
 * wrote all digits, and then the few that a float would hold are right as well.
 */
export function throughFloat(text: string): boolean {
  return !lostDigits(text) || BigInt(Number(text)) === BigInt(text) || /0$/.test(text);
}
