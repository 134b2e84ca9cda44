import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Packed sources of tests, which are no one's. */
const dataCache = mkdtempSync(join(tmpdir(), 'digitscope-test-packed-'));
process.once('exit', () => rmSync(dataCache, { recursive: true, force: true }));

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Threads that the sources start are TypeScript as well.
    execArgv: ['--import', './test/support/typescript.mjs'],
    env: { DIGITSCOPE_DATA_CACHE: dataCache },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
