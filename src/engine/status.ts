import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { locateNative } from './native/setup/locate.js';
import type { NativeSource } from './native/setup/platform.js';

export interface EngineStatus {
  engine: 'native' | 'portable';
  /** The library that computes: `2.15.1`, or `tfjs 4.22.0 (WebAssembly)`. */
  tensorflow: string;
  /** Node's version, without its `v`. */
  node: string;
  /** Where that library is from. */
  source: NativeSource | 'npm';
  /** The folder of the package that is loaded. */
  location: string;
  /** Why the engine is not native. */
  reason?: string;
}

/** Which engine this installation has. TensorFlow is not loaded into this process. */
export async function engineStatus(): Promise<EngineStatus> {
  const node = process.versions.node;
  const native = locateNative();
  if (native.base !== undefined) {
    const { base: location, tensorflow, source } = native;
    return { engine: 'native', tensorflow, node, source, location };
  }
  const { version, location } = portablePackage();
  return {
    engine: 'portable',
    tensorflow: `tfjs ${version} (WebAssembly)`,
    node,
    source: 'npm',
    location,
    reason: native.reason,
  };
}

function portablePackage(): { version: string; location: string } {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('@tensorflow/tfjs-backend-wasm/package.json');
  const { version } = require(manifest) as { version: string };
  return { version, location: dirname(manifest) };
}
