import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  fitArtifact,
  keepArtifact,
  keptArtifacts,
  newWorkshop,
} from '../../../src/engine/native/setup/artifact.js';

const about = { source: 'PyPI', platform: 'linux-x64' } as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digitscope-artifact-'));
  vi.stubEnv('DIGITSCOPE_CACHE', join(folder, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('artifact', () => {
  it('is found again for its own platform, whole', async () => {
    await keepArtifact(await made('library'), about);
    expect(readdirSync(join(folder, 'cache/native'))).toEqual(['library-pypi-4.22.0-linux-x64']);
    expect((await keptArtifacts('linux-x64')).map(({ source }) => source)).toEqual(['PyPI']);
    expect(await keptArtifacts('linux-arm64')).toEqual([]);
  });

  it('is not used once a file of it is gone or cut short', async () => {
    const artifact = await keepArtifact(await made('library'), about);
    writeFileSync(join(artifact.folder, 'deps/lib/libtensorflow.so.2'), 'lib');
    expect(await keptArtifacts('linux-x64')).toEqual([]);
  });

  it('gives way to one that another install has put there sooner', async () => {
    await keepArtifact(await made('first'), about);
    const { folder: kept } = await keepArtifact(await made('second'), about);
    expect(readFileSync(join(kept, 'deps/lib/libtensorflow.so.2'), 'utf8')).toBe('first');
  });

  it('takes the place of a damaged one', async () => {
    const { folder: damaged } = await keepArtifact(await made('first'), about);
    rmSync(join(damaged, 'artifact.json'));
    const { folder: kept } = await keepArtifact(await made('second'), about);
    expect(readFileSync(join(kept, 'deps/lib/libtensorflow.so.2'), 'utf8')).toBe('second');
  });

  it('fits a base, over and over, with libraries that exist once and nothing left beside', async () => {
    const artifact = await keepArtifact(await made('library'), about);
    const base = join(folder, 'base');
    for (const _time of ['first', 'second']) await fitArtifact(artifact, base);
    const library = statSync(join(base, 'deps/lib/libtensorflow.so.2'));
    expect(library.ino).toBe(statSync(join(artifact.folder, 'deps/lib/libtensorflow.so.2')).ino);
    expect(readFileSync(join(base, 'lib/napi-v8/tfjs_binding.node'), 'utf8')).toBe('binding');
    expect(readFileSync(join(base, 'deps/lib/libtensorflow.so'), 'utf8')).toBe('library');
    expect(readdirSync(join(base, 'deps/lib'))).toEqual(['libtensorflow.so', 'libtensorflow.so.2']);
    expect(readdirSync(join(base, 'lib/napi-v8'))).toEqual(['tfjs_binding.node']);
  });
});

/** A workshop with a library, a link to it and a binding. */
async function made(library: string): Promise<string> {
  const workshop = await newWorkshop();
  for (const name of ['deps/lib', 'lib/napi-v8'])
    mkdirSync(join(workshop, name), { recursive: true });
  writeFileSync(join(workshop, 'deps/lib/libtensorflow.so.2'), library);
  symlinkSync('libtensorflow.so.2', join(workshop, 'deps/lib/libtensorflow.so'));
  writeFileSync(join(workshop, 'lib/napi-v8/tfjs_binding.node'), 'binding');
  return workshop;
}
