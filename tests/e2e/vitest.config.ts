import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { hasDisplay } from '../../scripts/runtime/system-packages.ts';
import { longestFirst } from '../support/longest-first.ts';

export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/global-setup.ts'],
    // Each file's window has a virtual screen of its own, and so focus and clipboard; on a person's screen they would
    // take these from each other.
    maxWorkers: process.platform === 'linux' && !hasDisplay() ? 2 : 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    sequence: { sequencer: longestFirst(['month-end', 'orders-room', 'posters', 'shelf', 'day', 'start']) },
  },
});
