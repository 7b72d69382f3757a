import type { Rounding } from '../../../shared/contract/rule.ts';
import { type Fen, MoneyRangeError } from '../../../shared/money.ts';
import { type Ppm, WHOLE } from '../../../shared/rate.ts';

const HALF = WHOLE / 2;

/**
 * base x ratio in whole fen, rounded in the given way. Amounts below zero are rounded as their opposites are, so that a
 * clawback is the exact negative; `floor` is `shareOf`. Throws `MoneyRangeError` when the product is no safe integer.
 */
export function roundShare(base: Fen, ratio: Ppm, rounding: Rounding): Fen {
  const product = base * ratio;
  if (!Number.isSafeInteger(product)) throw new MoneyRangeError(`${base} x ${ratio} ppm`);
  const whole = Math.abs(product);
  const rest = whole % WHOLE;
  const down = (whole - rest) / WHOLE;
  const rounded = roundsUp(rest, down, rounding) ? down + 1 : down;
  return product < 0 ? -rounded || 0 : rounded;
}

/** Whether `down` and `rest` millionths of a fen become the next fen. */
export function roundsUp(rest: number, down: Fen, rounding: Rounding): boolean {
  if (rest === 0) return false;
  switch (rounding) {
    case 'floor':
      return false;
    case 'ceil':
      return true;
    case 'half_up':
      return rest >= HALF;
    case 'half_even':
      return rest > HALF || (rest === HALF && down % 2 === 1);
  }
}
