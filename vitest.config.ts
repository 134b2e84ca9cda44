import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Threads that the sources start are TypeScript as well.
    execArgv: ['--import', './test/support/typescript.mjs'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
