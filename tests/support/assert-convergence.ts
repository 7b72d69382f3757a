import fc from 'fast-check';
import { expect } from 'vitest';
import { CONVERGED, faultSequence, outcomeOf } from './fault-sequence.ts';

/** So many sequences a file; two files make more than five hundred and run beside each other. */
const SEQUENCES = 260;

/** Draws sequences of faults from the seed and holds each to its end; a failure prints the sequence that made it. */
export async function assertConvergence(seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(faultSequence, async (sequence) => {
      expect(await outcomeOf(sequence)).toEqual(CONVERGED);
    }),
    { numRuns: SEQUENCES, seed, endOnFailure: true },
  );
}
