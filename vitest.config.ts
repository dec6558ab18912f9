import { defineConfig } from 'vitest/config';

const exclude = ['node_modules/**', '.output/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Property tests on a busy machine: slow is not wrong, time is measured by the benchmarks.
          testTimeout: 60_000,
          include: ['**/*.test.ts'],
          exclude: [...exclude, 'tests/browser/**'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Browsers wait more than they work: three at a time keep two cores busy.
          maxWorkers: 3,
        },
      },
    ],
  },
});
