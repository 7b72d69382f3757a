import { stagedAtPace } from '../support/staged-pace.ts';
import { type Figure, figure } from './measure/figure.ts';

const ROWS = 5000;
const PER_MINUTE = 300;
/** The batch takes three quarters of an hour of the platform's time. */
const SPEED = 60;

/** 5,000 splits staged, applied at the platform's pace, and taken up again after a restart in the middle. */
export async function bench(): Promise<Figure[]> {
  const run = await stagedAtPace({ rows: ROWS, perMinute: PER_MINUTE, speed: SPEED });
  return [
    figure({
      name: 'listing.staged_peak',
      ours: Math.max(run.peaks.set, run.peaks.get),
      reference: `calls a minute the platform takes of one endpoint; ${run.refused} were refused`,
      reference_value: PER_MINUTE,
      unit: 'calls/min',
      goal: { of: 'ratio', is: '<=', than: 1 },
    }),
    figure({
      name: 'listing.staged_sets',
      ours: run.sets.ok ?? 0,
      // Calls with a token that had run out set nothing.
      reference: `splits in the batch: each set once, whatever was under way when the program ended; the platform answered ${JSON.stringify(run.sets)}`,
      reference_value: ROWS,
      unit: 'calls',
      goal: { of: 'ratio', is: '<=', than: 1 },
    }),
  ];
}
