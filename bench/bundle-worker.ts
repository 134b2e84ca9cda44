import { join } from 'node:path';
import { build } from 'esbuild';
import { programRoot } from '../test/support/sandbox.js';

const folder = join(programRoot, 'node_modules', '.cache', 'digitscope-bench');

/**
 * Makes plain JavaScript of one of our measurements and of the threads that it starts, as the
 * program is built: through the compiler a thread would take ten times as long to start.
 *
 * @returns the file to run
 */
export async function bundleWorker(name: string): Promise<string> {
  await build({
    absWorkingDir: programRoot,
    entryPoints: {
      [name]: `bench/workers/${name}.ts`,
      'reading-thread': 'src/dataset/threads/reading-thread.ts',
    },
    outdir: folder,
    outExtension: { '.js': '.js' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.9',
    packages: 'external',
    logLevel: 'error',
  });
  return join(folder, `${name}.js`);
}
