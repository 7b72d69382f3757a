import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundShare } from '../../../electron/service/difference/rounding.ts';
import { isNearShare, RoundingTally } from '../../../electron/service/difference/rounding-tally.ts';
import { ROUNDINGS } from '../../../shared/contract/rule.ts';
import { MoneyRangeError } from '../../../shared/money.ts';
import { shareOf } from '../../../shared/rate.ts';
import { plainRounding } from './plain-figures.ts';

const base = fc.integer({ min: 0, max: 2_000_000_000 });
const ratio = fc.integer({ min: 0, max: 1_000_000 });
/** Rates with many exact halves among their products. */
const round = fc.constantFrom(500_000, 50_000, 5000, 250_000, 100_000, 333_333);

describe('rounding a share', () => {
  it('is in each way what big integers give, and cutting is the product’s own rounding', () => {
    fc.assert(
      fc.property(base, fc.oneof(ratio, round), (amount, rate) => {
        for (const way of ROUNDINGS)
          expect(roundShare(amount, rate, way)).toBe(Number(plainRounding(BigInt(amount), BigInt(rate), way)));
        expect(roundShare(amount, rate, 'floor')).toBe(shareOf(amount, rate));
      }),
    );
  });

  it('gives a clawback the exact negative of its amount', () => {
    fc.assert(
      fc.property(base, fc.oneof(ratio, round), fc.constantFrom(...ROUNDINGS), (amount, rate, way) => {
        expect(roundShare(-amount, rate, way)).toBe(-roundShare(amount, rate, way) || 0);
      }),
    );
  });

  it('refuses products that are no safe integer', () => {
    expect(() => roundShare(Number.MAX_SAFE_INTEGER, 3, 'ceil')).toThrow(MoneyRangeError);
  });

  it('splits any amount into parts that sum to the whole: what is kept is the rest of what is handed on', () => {
    fc.assert(
      fc.property(
        base,
        fc.array(fc.oneof(ratio, round), { maxLength: 5 }),
        fc.constantFrom(...ROUNDINGS),
        (whole, rates, way) => {
          let total = whole;
          const kept: number[] = [];
          for (const rate of rates) {
            const next = roundShare(total, rate, way);
            kept.push(total - next);
            total = next;
          }
          expect(kept.reduce((sum, part) => sum + part, 0) + total).toBe(whole);
          for (const part of [...kept, total]) expect(part).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('what amounts tell of their rounding', () => {
  it('is the way they were rounded in, as soon as one amount tells it from the others', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.oneof(ratio, round)), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom(...ROUNDINGS), (shares, way) => {
        const tally = new RoundingTally('gross');
        for (const [amount, rate] of shares) tally.see(amount, rate, roundShare(amount, rate, way));
        const { explained, inferred, telling_rows, left_rows, left_fen } = tally.finding(null);
        const telling = shares.filter(([amount, rate]) => (amount * rate) % 1_000_000 !== 0);
        expect(telling_rows).toBe(telling.length);
        expect(explained[way]).toBe(telling.length);
        expect(left_rows).toBe(0);
        expect(left_fen).toBe(0);
        if (telling.length === 0) expect(inferred).toBeNull();
        else expect(explained[inferred!]).toBe(telling.length);
      }),
    );
  });

  it('leaves as residue what no way explains, with its fen', () => {
    const tally = new RoundingTally('promoter');
    tally.see(101, 500_000, 50);
    tally.see(103, 500_000, 51);
    tally.see(333, 10_000, 9);
    tally.see(333, 10_000, 4);
    tally.see(1000, 500_000, 7);
    expect(tally.finding('half_up')).toEqual({
      of: 'promoter',
      looked_rows: 5,
      sample: false,
      telling_rows: 4,
      explained: { floor: 2, half_up: 0, half_even: 1, ceil: 1 },
      inferred: 'floor',
      left_rows: 2,
      left_fen: 7,
      ruled: 'half_up',
    });
  });

  it('is nothing for amounts of nothing and beyond all sense', () => {
    const tally = new RoundingTally('gross');
    tally.see(0, 333_333, 0);
    tally.see(100, 0, 0);
    tally.see(Number.MAX_SAFE_INTEGER, 7, 1);
    tally.see(-333, 10_000, -3);
    expect(tally.finding(null)).toMatchObject({ looked_rows: 0, inferred: null, left_rows: 0, left_fen: 0 });
  });

  it('knows a rate’s own amount however it was rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), ratio, fc.constantFrom(...ROUNDINGS), (amount, rate, way) => {
        const share = roundShare(amount, rate, way);
        expect(isNearShare(amount, rate, share)).toBe(true);
        expect(isNearShare(amount, rate, share + 2)).toBe(false);
      }),
    );
  });
});
