import { it } from 'vitest';
import { assertConvergence } from '../../support/assert-convergence.ts';

it('converges under any sequence of faults, first half', () => assertConvergence(20261122), 900_000);
