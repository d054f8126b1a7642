import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Many tests wait for a child process or a browser: with two cores two files at once are faster than vitest's one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
