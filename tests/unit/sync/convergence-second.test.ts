import { it } from 'vitest';
import { assertConvergence } from '../../support/assert-convergence.ts';

it('converges under any sequence of faults, second half', () => assertConvergence(20271122), 900_000);
