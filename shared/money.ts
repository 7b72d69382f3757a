/**
 * Money is an integer of fen (1/100 yuan). Arithmetic that leaves the safe integer range throws, so a wrong sum
 * can never pass for a right one.
 */
export type Fen = number;

export class MoneyRangeError extends RangeError {
  constructor(what: string) {
    super(`amount outside the safe range: ${what}`);
    this.name = 'MoneyRangeError';
  }
}

function safe(value: number, what: string): Fen {
  if (!Number.isSafeInteger(value)) throw new MoneyRangeError(what);
  return value;
}

export function addFen(a: Fen, b: Fen): Fen {
  return safe(safe(a, String(a)) + safe(b, String(b)), `${a} + ${b}`);
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0;
  for (const amount of amounts) sum = addFen(sum, amount);
  return sum;
}

/** Fen as yuan text with two digits and thousands separators: -123456 -> "-1,234.56". */
export function formatFen(amount: Fen): string {
  safe(amount, String(amount));
  const abs = Math.abs(amount);
  const yuan = Math.floor(abs / 100).toString();
  const grouped = yuan.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${amount < 0 ? '-' : ''}${grouped}.${(abs % 100).toString().padStart(2, '0')}`;
}

/** Reads what staff type ("1,234.5", "-0.01", "12"); null when it is not an amount of yuan with at most two digits. */
export function parseFen(text: string): Fen | null {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const yuan = Number(match[2]!.replaceAll(',', ''));
  const amount = yuan * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(amount)) return null;
  return match[1] && amount !== 0 ? -amount : amount;
}
