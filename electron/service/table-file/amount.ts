import { type Fen, parseFen } from '../../../shared/money.ts';
import { isBlank, type TableCell } from './cell.ts';
import { plainNumber } from './order-number.ts';

/**
 * What a cell says of money. `none`: nothing at all; `unreadable`: something that is no amount; `too_fine`: an amount
 * with parts of a fen, which no rounding of ours may settle.
 */
export type Amount = { kind: 'fen'; fen: Fen } | { kind: 'none' } | { kind: 'unreadable' | 'too_fine' };

export type AmountUnit = 'yuan' | 'fen';

const NONE: Amount = { kind: 'none' };
const UNREADABLE: Amount = { kind: 'unreadable' };
const TOO_FINE: Amount = { kind: 'too_fine' };

/** So far a float may be off a whole fen by being a float; further off it was meant. */
const FLOAT_TAIL = 1e-6;

/** Reads 1,234.50, ¥12, （3.20）, -0.5, 12.00- and numbers with a float's tail. */
export function amountOf({ text, number }: TableCell, unit: AmountUnit): Amount {
  const plain = plainNumber(text);
  if (isBlank(plain)) return NONE;
  if (number) return fromFloat(Number(plain), unit);
  const { digits, negative } = signed(
    plain
      .replaceAll('，', ',')
      .replace(/[−﹣–—]/g, '-')
      // The currency stands in front or behind, within the sign or outside of it.
      .replace(/^([-+(]?)\s*(?:人民币|RMB|CNY)?\s*[¥￥]?\s*/i, '$1')
      .replace(/\s*(?:元|RMB|CNY)\s*(\)?-?)$/i, '$1'),
  );
  if (unit === 'fen') {
    const whole = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/.test(digits);
    if (!whole) return /^[\d,]+\.\d+$/.test(digits) ? TOO_FINE : UNREADABLE;
    return checked(Number(digits.replaceAll(',', '')), negative);
  }
  const short = digits.replace(/^\./, '0.').replace(/(\.\d\d)0+$/, '$1');
  const fen = parseFen(short);
  if (fen === null || short.startsWith('-')) return /^[\d,]+\.\d{3,}$/.test(short) ? TOO_FINE : UNREADABLE;
  return checked(fen, negative);
}

function fromFloat(value: number, unit: AmountUnit): Amount {
  const fen = unit === 'yuan' ? value * 100 : value;
  const near = Math.round(fen);
  if (!Number.isFinite(fen)) return UNREADABLE;
  if (Math.abs(fen - near) > Math.max(FLOAT_TAIL, Math.abs(fen) * Number.EPSILON * 4)) return TOO_FINE;
  return checked(Math.abs(near), near < 0);
}

/** The sign in front or behind, or brackets as bookkeepers write what is negative. */
function signed(text: string): { digits: string; negative: boolean } {
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) return { digits: bracketed[1]!, negative: true };
  const behind = /^([^-+].*)-$/.exec(text);
  if (behind) return { digits: behind[1]!, negative: true };
  return { digits: text.replace(/^[-+]/, ''), negative: text.startsWith('-') };
}

function checked(fen: number, negative: boolean): Amount {
  if (!Number.isSafeInteger(fen)) return UNREADABLE;
  return { kind: 'fen', fen: negative && fen !== 0 ? -fen : fen };
}
