import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // Many tests wait for a process or a clock: one worker less than cores, the default, leaves a small machine idle.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**', 'handlers/**'],
      exclude: ['src/platforms/local/page/**'],
      reporter: ['text-summary'],
    },
  },
});
