import { expect, it } from 'vitest';
import { stagedAtPace } from '../../support/staged-pace.ts';

const PER_MINUTE = 300;
const ROWS = 600;

it('never exceeds the pace the platform names, also across a restart, and repeats nothing', async () => {
  const run = await stagedAtPace({ rows: ROWS, perMinute: PER_MINUTE, speed: 60 });
  expect(run.after).toMatchObject({ state: 'done', rows: ROWS, counts: { done: ROWS, failed: 0, skipped: 0 } });
  expect(run.refused).toBe(0);
  expect(run.peaks.set).toBeLessThanOrEqual(PER_MINUTE);
  expect(run.peaks.get).toBeLessThanOrEqual(PER_MINUTE);
  // The time left is told by the slower endpoint: each change is read twice, at 0.9 of the limit.
  const left = run.before.counts.staged + run.before.counts.asked;
  expect(run.before.cost.seconds).toBeGreaterThan((left * 2 * 60) / PER_MINUTE);
  expect(run.before.cost.seconds).toBeLessThan(((left + 20) * 2 * 60) / (PER_MINUTE * 0.85));
  // What was asked for when the first program ended may have been heard or not; none of it is asked for twice.
  expect(run.sets).toEqual({ ok: ROWS });
  expect(run.ours).toHaveLength(ROWS);
  expect(run.ours).toEqual(run.theirs);
}, 120_000);
