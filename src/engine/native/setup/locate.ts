import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bases, nativeCache } from './places.js';
import type { NativeSource } from './platform.js';
import { verdictOn } from './verdict.js';

export type Located =
  | { base: string; tensorflow: string; source: NativeSource }
  | { base: undefined; reason: string };

/**
 * The package folder whose native library loads, or why there is none.
 * `DIGITSCOPE_ENGINE=portable` makes it as though nothing were installed.
 */
export function locateNative(): Located {
  if (process.env.DIGITSCOPE_ENGINE === 'portable') {
    return { base: undefined, reason: 'DIGITSCOPE_ENGINE=portable is set' };
  }
  let reason = 'it is not installed';
  for (const base of bases()) {
    const verdict = verdictOn(base);
    if (verdict.loads) return { base, tensorflow: verdict.tensorflow, source: verdict.source };
    reason = verdict.reason;
  }
  return { base: undefined, reason: lastFailure() ?? reason };
}

/** Where set-up notes why it found no native library, so that a later status can tell. */
export function failureFile(): string {
  return join(nativeCache(), 'failure.txt');
}

function lastFailure(): string | undefined {
  try {
    return readFileSync(failureFile(), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
