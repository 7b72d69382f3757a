import type { RoundingFinding } from '../../../shared/contract/difference.ts';
import { ROUNDINGS, type Rounding } from '../../../shared/contract/rule.ts';
import type { Fen } from '../../../shared/money.ts';
import { type Ppm, WHOLE } from '../../../shared/rate.ts';
import { roundsUp } from './rounding.ts';

/**
 * Gathers what amounts tell of the way they were rounded. Only a product that is no whole fen tells something; it is
 * sorted by its fraction (below the half, the half over an even or an odd number of fen, above it) and by what became of
 * it (cut, raised, neither), which is all that any way of rounding can be judged by.
 */
export class RoundingTally {
  readonly of: RoundingFinding['of'];
  #looked = 0;
  /** Rows by fraction and fate; place = fraction x 3 + fate. */
  readonly #rows = new Float64Array(FRACTIONS.length * 3);
  /** Fen by which those of neither fate lie beside the cut and beside the raised amount, by fraction. */
  readonly #besideCut = new Float64Array(FRACTIONS.length);
  readonly #besideRaised = new Float64Array(FRACTIONS.length);

  constructor(of: RoundingFinding['of']) {
    this.of = of;
  }

  /** One stated amount that should be base x ratio. Amounts of nothing, and products beyond all sense, tell nothing. */
  see(base: Fen, ratio: Ppm, stated: Fen): void {
    const product = base * ratio;
    if (product <= 0 || !Number.isSafeInteger(product)) return;
    this.#looked += 1;
    const rest = product % WHOLE;
    if (rest === 0) return;
    const down = (product - rest) / WHOLE;
    const fraction = rest * 2 < WHOLE ? 0 : rest * 2 > WHOLE ? 3 : 1 + (down % 2);
    const beside = stated - down;
    const fate = beside === 0 ? CUT : beside === 1 ? RAISED : NEITHER;
    this.#rows[fraction * 3 + fate]! += 1;
    if (fate !== NEITHER) return;
    this.#besideCut[fraction]! += Math.abs(beside);
    this.#besideRaised[fraction]! += Math.abs(beside - 1);
  }

  finding(ruled: Rounding | null, sample = false): RoundingFinding {
    const telling = this.#rows.reduce((sum, rows) => sum + rows, 0);
    const explained = Object.fromEntries(ROUNDINGS.map((way) => [way, this.#explained(way)])) as Record<
      Rounding,
      number
    >;
    const best = ROUNDINGS.reduce((a, b) => (explained[b] > explained[a] ? b : a));
    return {
      of: this.of,
      looked_rows: this.#looked,
      sample,
      telling_rows: telling,
      explained,
      inferred: telling === 0 ? null : best,
      left_rows: telling - explained[best],
      left_fen: this.#left(best),
      ruled,
    };
  }

  #explained(way: Rounding): number {
    return FRACTIONS.reduce(
      (sum, { rest, down }, at) => sum + this.#rows[at * 3 + (roundsUp(rest, down, way) ? RAISED : CUT)]!,
      0,
    );
  }

  #left(way: Rounding): Fen {
    return FRACTIONS.reduce((sum, { rest, down }, at) => {
      const raises = roundsUp(rest, down, way);
      const oneBeside = this.#rows[at * 3 + (raises ? CUT : RAISED)]!;
      return sum + oneBeside + (raises ? this.#besideRaised : this.#besideCut)[at]!;
    }, 0);
  }
}

const [CUT, RAISED, NEITHER] = [0, 1, 2] as const;

/** One of each kind of fraction, for asking a way of rounding what it does with it. */
const FRACTIONS = [
  { rest: 1, down: 0 },
  { rest: WHOLE / 2, down: 0 },
  { rest: WHOLE / 2, down: 1 },
  { rest: WHOLE - 1, down: 0 },
] as const;

/** Whether the amount is base x ratio, rounded in whichever way. */
export function isNearShare(base: Fen, ratio: Ppm, stated: Fen): boolean {
  return Math.abs(stated * WHOLE - base * ratio) < WHOLE;
}
