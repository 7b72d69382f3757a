import { median } from './median.ts';

export interface Times {
  /** Milliseconds. */
  median: number;
  p95: number;
}

export function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: median(sorted), p95: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))]! };
}

/**
 * All sides take turns until each had `rounds` or all together `budgetMs`, at least five; two turns warm up. A side that
 * has no answer to give may be null.
 */
export async function turns<Side extends string>(
  sides: Readonly<Record<Side, (() => unknown) | null>>,
  { rounds = 60, budgetMs = 3000 } = {},
): Promise<Record<Side, Times | null>> {
  const names = (Object.keys(sides) as Side[]).filter((name) => sides[name] !== null);
  const times = new Map<Side, number[]>(names.map((name) => [name, []]));
  let spent = 0;
  for (let round = -2; round < rounds && (round < 5 || spent < budgetMs); round += 1)
    for (const name of names) {
      const started = performance.now();
      await sides[name]!();
      const took = performance.now() - started;
      if (round < 0) continue;
      spent += took;
      times.get(name)!.push(took);
    }
  return Object.fromEntries(
    (Object.keys(sides) as Side[]).map((name) => [name, times.has(name) ? timesOf(times.get(name)!) : null]),
  ) as Record<Side, Times | null>;
}

/** Milliseconds of one side, in words. */
export function inWords(times: Times | null): string {
  return times === null ? 'no answer' : `${times.median.toPrecision(3)} ms`;
}
