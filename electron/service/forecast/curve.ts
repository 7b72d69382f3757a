/** Rows by whole days since payment: when they were settled, cancelled, or, still waiting, how old they are. */
export interface Outcomes {
  settled: number[];
  cancelled: number[];
  waiting: number[];
}

/** For each day since payment: the chance of a row that has waited until then to be settled or cancelled on it. */
export interface Curve {
  settles: number[];
  cancels: number[];
}

export const noOutcomes = (): Outcomes => ({ settled: [], cancelled: [], waiting: [] });

export function addOutcome(outcomes: Outcomes, fate: keyof Outcomes, day: number, rows: number): void {
  const days = outcomes[fate];
  while (days.length <= day) days.push(0);
  days[day]! += rows;
}

/**
 * What happened on each day, divided by the rows that had waited until then. Rows that still wait count for the days
 * they have waited through, so that young ones neither hide what is to come nor pass for cancelled. Days nobody of
 * `outcomes` has reached are taken from `instead`.
 */
export function curveOf({ settled, cancelled, waiting }: Outcomes, instead?: Curve): Curve {
  const days = Math.max(settled.length, cancelled.length, waiting.length, instead?.settles.length ?? 0);
  const curve: Curve = { settles: new Array<number>(days).fill(0), cancels: new Array<number>(days).fill(0) };
  let behind = 0;
  for (let day = days - 1; day >= 0; day -= 1) {
    const ended = (settled[day] ?? 0) + (cancelled[day] ?? 0);
    const atRisk = behind + ended;
    curve.settles[day] = atRisk > 0 ? (settled[day] ?? 0) / atRisk : (instead?.settles[day] ?? 0);
    curve.cancels[day] = atRisk > 0 ? (cancelled[day] ?? 0) / atRisk : (instead?.cancels[day] ?? 0);
    behind += ended + (waiting[day] ?? 0);
  }
  return curve;
}

/** Chances to be settled on the day of `age`, the next one and so on, of a row that has waited until then. */
export function chancesFrom({ settles, cancels }: Curve, age: number): number[] {
  const chances: number[] = [];
  let waits = 1;
  for (let day = age; day < settles.length; day += 1) {
    chances.push(waits * settles[day]!);
    waits *= Math.max(0, 1 - settles[day]! - cancels[day]!);
  }
  return chances;
}

/** Share of paid rows that end cancelled, 0 to 1. */
export function cancelledShare({ settles, cancels }: Curve): number {
  let waits = 1;
  let share = 0;
  for (let day = 0; day < settles.length; day += 1) {
    share += waits * cancels[day]!;
    waits *= Math.max(0, 1 - settles[day]! - cancels[day]!);
  }
  return share;
}

/** The least number of days that so many percent of the settled rows did not exceed; null when there are none. */
export function settledWithin({ settled }: Outcomes, percent: number): number | null {
  const rank = Math.ceil((sum(settled) * percent) / 100);
  if (rank === 0) return null;
  let rows = 0;
  return settled.findIndex((count) => {
    rows += count;
    return rows >= rank;
  });
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
