import type { ShopHistory } from './contract/partnership.ts';
import { type Ppm, WHOLE } from './rate.ts';

/** What a shop is measured by, and how much it weighs of 100. */
export const SCORE_WEIGHTS = { settle_days: 35, refunds: 25, cancellations: 20, fees: 20 } as const;
export type ScorePart = keyof typeof SCORE_WEIGHTS;

export interface ShopScore {
  /** 0 to 100. */
  points: number;
  /** Points of each part, 0 to 100; a part nothing is known of is left out, and the others weigh more. */
  parts: { part: ScorePart; weight: number; points: number }[];
}

/** Fewer orders than this say nothing about a shop. */
export const LEAST_ORDERS = 30;

/** Where a measure is as good as it needs to be, and where it is as bad as it gets. */
const RANGES = {
  /** Days from payment to settlement, of half of the orders. */
  settle_days: { best: 7, worst: 45 },
  /** Share of paid orders that were refunded, ppm. */
  refunds: { best: 0, worst: 300_000 },
  /** Share of decided commissions that were cancelled, ppm. */
  cancellations: { best: 0, worst: 400_000 },
  /** Fees lowered in half a year. */
  fees: { best: 0, worst: 4 },
} as const satisfies Record<ScorePart, { best: number; worst: number }>;

/**
 * How well a shop did by our own books: a rule of thumb of ours, no figure of the platform. Each part falls in a
 * straight line from its best to its worst. Null for a shop with too few orders.
 */
export function shopScore(history: ShopHistory): ShopScore | null {
  if (history.rows < LEAST_ORDERS) return null;
  const { settle_days, refunded_rows, paid_rows, cancelled_rows, settled_rows, fees_lowered } = history;
  const measures: Record<ScorePart, number | null> = {
    settle_days: settle_days?.median ?? null,
    refunds: ppmOf(refunded_rows, paid_rows),
    cancellations: ppmOf(cancelled_rows, cancelled_rows + settled_rows),
    fees: fees_lowered,
  };
  const parts = (Object.keys(SCORE_WEIGHTS) as ScorePart[]).flatMap((part) => {
    const measure = measures[part];
    return measure === null ? [] : [{ part, weight: SCORE_WEIGHTS[part], points: pointsOf(part, measure) }];
  });
  const weight = parts.reduce((sum, one) => sum + one.weight, 0);
  const points = Math.round(parts.reduce((sum, one) => sum + one.points * one.weight, 0) / weight);
  return { points, parts };
}

function pointsOf(part: ScorePart, measure: number): number {
  const { best, worst } = RANGES[part];
  return Math.round(100 * Math.max(0, Math.min(1, (worst - measure) / (worst - best))));
}

/** Null of nothing. */
export function ppmOf(rows: number, of: number): Ppm | null {
  return of === 0 ? null : Math.round((rows * WHOLE) / of);
}
