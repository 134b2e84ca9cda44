import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import type { EngineStatus } from '../../engine/status.js';

export interface Version {
  name: string;
  /** `-` where it is not installed. */
  version: string;
}

/** The packages that do most of the work, as people call them. */
const packages = {
  'TensorFlow.js': '@tensorflow/tfjs-core',
  'tfjs-node': '@tensorflow/tfjs-node',
  Ink: 'ink',
  React: 'react',
  sharp: 'sharp',
};

export type PackageVersions = Record<keyof typeof packages, string>;

/** Reads the versions out of the packages that would be loaded; a few small files. */
export function readPackageVersions(): PackageVersions {
  const versions = Object.entries(packages).map(([name, id]) => [name, versionOf(id) ?? '-']);
  return Object.fromEntries(versions);
}

const manifestSchema = z.object({ version: z.string() });

/** Undefined where the package is missing; an optional one may be. */
function versionOf(id: string): string | undefined {
  // A package need not let its package.json be resolved, so it is looked for where Node would look.
  const folders = createRequire(import.meta.url).resolve.paths(id) ?? [];
  for (const folder of folders) {
    try {
      const text = readFileSync(join(folder, id, 'package.json'), 'utf8');
      return manifestSchema.parse(JSON.parse(text)).version;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** What runs here, the program first. */
export function versionList(
  program: string,
  engine: EngineStatus | undefined,
  installed: PackageVersions,
): Version[] {
  const isNative = engine?.engine === 'native';
  return [
    { name: 'Digitscope', version: program },
    { name: 'Node', version: process.versions.node },
    { name: 'TensorFlow', version: isNative ? `${engine.tensorflow}, from ${engine.source}` : '-' },
    ...Object.entries(installed).map(([name, version]) => ({ name, version })),
  ];
}
