import { describe, test } from 'vitest';
import { errorLine } from '../../../src/core/problem.js';
import type { Engine } from '../../../src/engine/engine.js';
import { type Binding, loadBinding } from '../../../src/engine/native/binding.js';
import { openNative } from '../../../src/engine/native/open-native.js';

export interface Native {
  engine: Engine;
  binding: Binding;
}

/** `describe` where the native library loads; elsewhere says aloud why its tests are skipped. */
export async function describeNative(name: string, tests: (native: Native) => void): Promise<void> {
  const found = await openNative().then(
    (engine) => ({ engine, binding: loadBinding() }),
    (error: unknown) => errorLine(error),
  );
  if (typeof found !== 'string') return void describe(name, () => tests(found));
  console.warn(`${name}: skipped, ${found}`);
  describe(name, () => test.skip(found, () => {}));
}
