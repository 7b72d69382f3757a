import { type Fen, MoneyRangeError } from './money.ts';

/** A rate is an integer of parts per million: 10 000 = 1 %, 1 000 000 = 100 %. */
export type Ppm = number;

export const WHOLE: Ppm = 1_000_000;

/**
 * The documented rounding of the product: the share is cut towards zero to whole fen, so a payee never gets a
 * part that does not exist, and a clawback of an amount is exactly the negative of its share.
 * The platform does the same for the amounts we could observe: amount = floor(base * ratio / 1 000 000).
 */
export function shareOf(base: Fen, ratio: Ppm): Fen {
  if (!Number.isSafeInteger(base) || !Number.isSafeInteger(ratio)) throw new MoneyRangeError(`${base} x ${ratio} ppm`);
  const product = base * ratio;
  if (Number.isSafeInteger(product)) return Math.trunc(product / WHOLE) || 0;
  const exact = Number((BigInt(base) * BigInt(ratio)) / BigInt(WHOLE));
  if (!Number.isSafeInteger(exact)) throw new MoneyRangeError(`${base} x ${ratio} ppm`);
  return exact;
}

/** "12.5%"; as many digits as the rate needs, at least `digits`. */
export function formatPpm(ratio: Ppm, digits = 0): string {
  const sign = ratio < 0 ? '-' : '';
  const abs = Math.abs(ratio);
  const fraction = (abs % 10_000).toString().padStart(4, '0').replace(/0+$/, '').padEnd(digits, '0');
  return `${sign}${Math.floor(abs / 10_000)}${fraction ? `.${fraction}` : ''}%`;
}

/** Reads "12.5" or "12.5%" as a percentage; null when it is none or finer than one ppm. */
export function parsePpm(text: string): Ppm | null {
  const match = /^(\d{1,4})(?:\.(\d{1,4}))?%?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
}
