import type { Fen } from '../../../shared/money.ts';
import { type Curve, chancesFrom } from './curve.ts';
import { weekday } from './known.ts';
import type { WaitingDay } from './outcomes.ts';

/** Days by their numbers, both ends included. */
interface Week {
  from: number;
  to: number;
  low_fen: Fen;
  expected_fen: Fen;
  high_fen: Fen;
  /** Waiting rows for which half of the chance has passed by this week, and their days of payment. */
  rows: number;
  paid: { from: number; to: number } | null;
}

export interface Pace {
  today: number;
  curve: Curve;
  paces: readonly Curve[];
}

/** Deviations on either side within which chance stays in nine of ten cases. */
const NINE_OF_TEN = 1.645;

/** Amounts by calendar week, the first one beginning today. Days of payment come oldest first. */
export function weeksOf(waiting: readonly WaitingDay[], { today, curve, paces }: Pace): Week[] {
  const monday = today - weekday(today);
  const weekOf = (day: number) => Math.floor((day - monday) / 7);
  const count = weekOf(today + curve.settles.length) + 1;
  const expected = amountsBy(waiting, { today, curve, weekOf, count });
  const others = paces.map((pace) => amountsBy(waiting, { today, curve: pace, weekOf, count }).amounts);
  const middles = middlesOf(waiting, { today, curve });
  const weeks = expected.amounts.map((amount, at): Week => {
    const beside = NINE_OF_TEN * Math.sqrt(expected.variances[at]!);
    const all = [amount, ...others.map((amounts) => amounts[at]!)];
    const due = waiting.filter((_, group) => middles[group] !== null && weekOf(middles[group]!) === at);
    const first = due[0];
    return {
      from: Math.max(today, monday + at * 7),
      to: monday + at * 7 + 6,
      low_fen: Math.max(0, Math.round(Math.min(...all) - beside)),
      expected_fen: Math.round(amount),
      high_fen: Math.round(Math.max(...all) + beside),
      rows: due.reduce((rows, group) => rows + group.rows, 0),
      paid: first ? { from: first.paid, to: due.at(-1)!.paid } : null,
    };
  });
  return weeks.slice(0, weeks.findLastIndex(({ expected_fen, rows }) => expected_fen > 0 || rows > 0) + 1);
}

interface Spread {
  today: number;
  curve: Curve;
  weekOf(day: number): number;
  count: number;
}

/** Expected amounts by week, and by how much they scatter when each row goes its own way. */
function amountsBy(waiting: readonly WaitingDay[], { today, curve, weekOf, count }: Spread) {
  const amounts = new Array<number>(count).fill(0);
  const variances = new Array<number>(count).fill(0);
  for (const { paid, amount_fen, squares } of waiting) {
    const age = Math.max(0, today - paid);
    const byWeek = new Array<number>(count).fill(0);
    for (const [after, chance] of chancesFrom(curve, age).entries()) byWeek[weekOf(paid + age + after)]! += chance;
    for (const [at, chance] of byWeek.entries()) {
      amounts[at]! += amount_fen * chance;
      // Parts that make one whole can add up to a hair more.
      variances[at]! += squares * chance * Math.max(0, 1 - chance);
    }
  }
  return { amounts, variances };
}

/**
 * The day by which half of a group's chance to settle has passed; null without any chance. Never earlier than that of a
 * group paid before, so that the rows of a week are those paid between two days.
 */
function middlesOf(waiting: readonly WaitingDay[], { today, curve }: Pick<Pace, 'today' | 'curve'>): (number | null)[] {
  let latest = today;
  return waiting.map(({ paid }) => {
    const age = Math.max(0, today - paid);
    const chances = chancesFrom(curve, age);
    const half = chances.reduce((total, chance) => total + chance, 0) / 2;
    if (half === 0) return null;
    let passed = 0;
    const after = chances.findIndex((chance) => {
      passed += chance;
      return passed >= half;
    });
    latest = Math.max(latest, paid + age + after);
    return latest;
  });
}
