import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { longestFirst } from './tests/support/longest-first.ts';

// A civil day is a day in UTC+8 wherever the laptop is; tests that lean on the machine's zone fail in this one.
process.env.TZ = 'UTC';
// Tests start the command line more than a hundred times: Node compiles it for the first of them only.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules', '.cache', 'node-compile');

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    // Every core: vitest would leave one to itself, which is half of a machine with two.
    maxWorkers: '100%',
    // Test files share nothing but modules that keep nothing; loading those anew for each file took a minute.
    isolate: false,
    restoreMocks: true,
    sequence: {
      sequencer: longestFirst([
        'order/reference',
        'order/reference-second',
        'sync/convergence-first',
        'sync/convergence-second',
        'cli/sync',
        'cli/day',
      ]),
    },
  },
});
