import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addOutcome,
  cancelledShare,
  chancesFrom,
  curveOf,
  noOutcomes,
  settledWithin,
} from '../../../electron/service/forecast/curve.ts';
import { dayNumber } from '../../../electron/service/forecast/known.ts';
import { weeksOf } from '../../../electron/service/forecast/weeks.ts';
import { startOfDay } from '../../../shared/time.ts';

const days = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 });
const decided = fc.record({ settled: days, cancelled: days });
const waiting = fc.array(
  fc.record({
    age: fc.integer({ min: 0, max: 60 }),
    rows: fc.integer({ min: 1, max: 50 }),
    amount_fen: fc.integer({ min: 0, max: 5_000_000 }),
  }),
  { maxLength: 20 },
);
const today = dayNumber(startOfDay('2026-11-18')!);

describe('the curve of delays', () => {
  it('gives a row that was just paid the very shares of those that were decided', () => {
    fc.assert(
      fc.property(decided, ({ settled, cancelled }) => {
        const curve = curveOf({ settled, cancelled, waiting: [] });
        const all = [...settled, ...cancelled].reduce((sum, rows) => sum + rows, 0);
        const chances = chancesFrom(curve, 0);
        for (const [day, rows] of settled.entries()) expect(chances[day]).toBeCloseTo(all === 0 ? 0 : rows / all, 9);
        const gone = cancelled.reduce((sum, rows) => sum + rows, 0);
        expect(cancelledShare(curve)).toBeCloseTo(all === 0 ? 0 : gone / all, 9);
      }),
    );
  });

  it('gives a row that has waited the shares of those that had waited as long', () => {
    const curve = curveOf({ settled: [0, 5, 3, 2], cancelled: [0, 1, 0, 4], waiting: [] });
    // Of 9 rows that reached the third day 3 were settled on it and 2 on the next one.
    expect(chancesFrom(curve, 2).map((chance) => chance * 9)).toEqual([3, expect.closeTo(2, 9)]);
    expect(chancesFrom(curve, 9)).toEqual([]);
  });

  it('counts young rows for the days they have waited, and never as lost', () => {
    const without = curveOf({ settled: [0, 0, 8], cancelled: [0, 0, 2], waiting: [] });
    const young = curveOf({ settled: [0, 0, 8], cancelled: [0, 0, 2], waiting: [1000, 500] });
    expect(young.settles[2]).toBe(without.settles[2]);
    expect(chancesFrom(young, 0)).toEqual(chancesFrom(without, 0));
    // Rows that wait beyond the day were there on it, and were not settled.
    expect(curveOf({ settled: [0, 0, 8], cancelled: [], waiting: [0, 0, 0, 2] }).settles[2]).toBe(0.8);
  });

  it('takes the days nobody has reached from another one', () => {
    const all = curveOf({ settled: [0, 0, 9, 1], cancelled: [], waiting: [] });
    const fresh = curveOf({ settled: [0, 3], cancelled: [], waiting: [5] }, all);
    expect(fresh.settles).toEqual([0, 1, 0.9, 1]);
  });

  it('knows how long so many percent took', () => {
    const outcomes = noOutcomes();
    for (const day of [3, 3, 3, 5, 5, 9, 9, 9, 9, 30]) addOutcome(outcomes, 'settled', day, 1);
    expect([10, 30, 31, 50, 90, 99].map((percent) => settledWithin(outcomes, percent))).toEqual([3, 3, 5, 5, 9, 30]);
    expect(settledWithin(noOutcomes(), 50)).toBeNull();
  });
});

describe('the weeks of a forecast', () => {
  const groupsOf = (rows: { age: number; rows: number; amount_fen: number }[]) =>
    rows
      .map(({ age, rows: count, amount_fen }) => ({
        paid: today - age,
        rows: count,
        amount_fen,
        squares: amount_fen ** 2 / count,
      }))
      .sort((a, b) => a.paid - b.paid);

  it('hold all that is expected to be settled, within their bands, and name every row that may be once', () => {
    fc.assert(
      fc.property(decided, waiting, ({ settled, cancelled }, rows) => {
        const curve = curveOf({ settled, cancelled, waiting: [] });
        const groups = groupsOf(rows);
        const slow = curveOf({ settled: [0, ...settled], cancelled, waiting: [] }, curve);
        const weeks = weeksOf(groups, { today, curve, paces: [slow] });
        const chance = ({ paid }: { paid: number }) =>
          chancesFrom(curve, today - paid).reduce((sum, part) => sum + part, 0);
        const expected = groups.reduce((sum, group) => sum + group.amount_fen * chance(group), 0);
        const found = weeks.reduce((sum, { expected_fen }) => sum + expected_fen, 0);
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(10);
        for (const week of weeks) {
          expect(week.low_fen).toBeLessThanOrEqual(week.expected_fen);
          expect(week.high_fen).toBeGreaterThanOrEqual(week.expected_fen);
          const named = groups.filter(({ paid }) => week.paid && paid >= week.paid.from && paid <= week.paid.to);
          expect(named.filter((group) => chance(group) > 0).reduce((sum, one) => sum + one.rows, 0)).toBe(week.rows);
        }
        const counted = weeks.reduce((sum, { rows: count }) => sum + count, 0);
        expect(counted).toBe(groups.filter((group) => chance(group) > 0).reduce((sum, one) => sum + one.rows, 0));
      }),
      // Its chances add up to a hair more than one.
      { examples: [[{ settled: [23, 26, 24, 9], cancelled: [0] }, [{ age: 0, rows: 1, amount_fen: 1 }]]] },
    );
  });

  it('are calendar weeks from today on: the first one is what is left of this week', () => {
    const curve = curveOf({ settled: [0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1], cancelled: [], waiting: [] });
    const weeks = weeksOf(groupsOf([{ age: 0, rows: 3, amount_fen: 900 }]), { today, curve, paces: [] });
    // A Wednesday: to Sunday, then Monday to Sunday.
    expect(weeks.map(({ from, to, expected_fen }) => [from - today, to - today, expected_fen])).toEqual([
      [0, 4, 300],
      [5, 11, 300],
      [12, 18, 300],
    ]);
    expect(weeks.map(({ rows }) => rows)).toEqual([0, 3, 0]);
  });

  it('have a band of chance alone where only one pace is known, never below nothing', () => {
    const curve = curveOf({ settled: [0, 1], cancelled: [0, 1], waiting: [] });
    const [week] = weeksOf(groupsOf([{ age: 0, rows: 1, amount_fen: 1000 }]), { today, curve, paces: [] });
    expect(week).toMatchObject({ low_fen: 0, expected_fen: 500, high_fen: 500 + Math.round(1.645 * 500) });
  });
});
