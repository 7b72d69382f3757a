import { defineConfig } from 'vitest/config';

// A civil day is a day in UTC+8 wherever the laptop is; tests that lean on the machine's zone fail in this one.
process.env.TZ = 'UTC';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
