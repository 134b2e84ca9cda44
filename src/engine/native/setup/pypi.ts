import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { errorLine } from '../../../core/problem.js';
import { type Artifact, keepArtifact, newWorkshop } from './artifact.js';
import { compileBinding, requireCompiler } from './compile.js';
import { type Platform, platformName, type Wheel, wheelFor } from './platform.js';
import { runTool, ToolFailure } from './tool.js';
import { unzip } from './zip.js';

/**
 * Makes a native library from TensorFlow's wheel on PyPI: its C library is the one that
 * tfjs-node wants, some versions newer; the binding is compiled from the package's own sources.
 *
 * @throws ToolFailure if the wheel cannot be had, is not the one we know, or does not compile
 */
export async function makeFromPypi(
  base: string,
  platform: Platform,
  report: (line: string) => void,
): Promise<Artifact> {
  const wheel = wheelFor(platform);
  if (wheel === undefined) throw new ToolFailure(`no wheel for ${platformName(platform)}`);
  await requireCompiler();
  const workshop = await newWorkshop();
  try {
    report(`getting TensorFlow ${wheel.version} from PyPI (${wheel.megabytes} MB)`);
    const file = await download(wheel, join(workshop, 'wheel'));
    const headers = join(workshop, 'include');
    await unpack(file, wheel, workshop);
    await rm(join(workshop, 'wheel'), { recursive: true });
    report('compiling its binding');
    const { libraries } = wheel;
    await compileBinding({ base, headers, target: workshop, libraries, os: platform.os });
    await rm(headers, { recursive: true });
    return await keepArtifact(workshop, {
      source: 'PyPI',
      platform: platformName(platform),
      sha256: wheel.sha256,
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * What `pip` is told. The tags name one wheel, whatever Python this machine has; pip's own cache
 * is left out, since the libraries are kept in ours.
 */
export function pipArguments(wheel: Wheel, folder: string): string[] {
  return [
    ...['-m', 'pip', 'download', '--quiet', '--no-deps', '--no-cache-dir'],
    ...['--disable-pip-version-check', '--retries', '1', '--timeout', '15'],
    ...['--only-binary=:all:', '--platform', wheel.tag, '--python-version', '3.11'],
    ...['--implementation', 'cp', '--abi', 'cp311', '--dest', folder],
    `${wheel.project}==${wheel.version}`,
  ];
}

/** pip first, because it knows the index and the proxy that this machine is to use. */
async function download(wheel: Wheel, folder: string): Promise<string> {
  await mkdir(folder);
  try {
    await runTool('python3', pipArguments(wheel, folder), { limit: 900 });
    const [name] = await readdir(folder);
    if (name === undefined) throw new ToolFailure('pip downloaded nothing');
    await checkWheel(join(folder, name), wheel);
    return join(folder, name);
  } catch (viaPip) {
    return downloadDirectly(wheel, join(folder, 'direct.whl')).catch((direct) => {
      throw new ToolFailure(`${errorLine(viaPip)}, and without pip: ${errorLine(direct)}`);
    });
  }
}

async function downloadDirectly(wheel: Wheel, file: string): Promise<string> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 10_000);
  const response = await fetch(wheel.url, { signal: patience.signal })
    .catch(() => {
      throw new ToolFailure(`${new URL(wheel.url).host} is not reachable`);
    })
    .finally(() => clearTimeout(timer));
  if (!response.ok || response.body === null)
    throw new ToolFailure(`${new URL(wheel.url).host} answers ${response.status}`);
  const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  await pipeline(body, createWriteStream(file), { signal: AbortSignal.timeout(900_000) });
  await checkWheel(file, wheel);
  return file;
}

async function checkWheel(file: string, wheel: Wheel): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  if (hash.digest('hex') !== wheel.sha256) {
    throw new ToolFailure(`${wheel.project} ${wheel.version} has another checksum than it should`);
  }
}

async function unpack(file: string, wheel: Wheel, workshop: string): Promise<void> {
  await unzip(file, (name) => {
    const place = placeInBase(name, wheel);
    return place === undefined ? undefined : join(workshop, ...place.split('/'));
  });
}

/**
 * Where a file of the wheel goes, relative to a base: the two libraries, the libraries that
 * these bring along (OpenMP on ARM, found by `../<project>.libs`), and the headers for the
 * compilation. Undefined: not needed.
 */
export function placeInBase(name: string, wheel: Wheel): string | undefined {
  if (name.split('/').includes('..')) return undefined;
  const library = wheel.libraries.find((candidate) => name === `tensorflow/${candidate}`);
  if (library !== undefined) return `deps/lib/${library}`;
  if (/^[^/]+\.libs\/[^/]+$/.test(name)) return `deps/${name}`;
  const header = /^tensorflow\/(include\/(?:tensorflow\/(?:c|core\/platform)|tsl)\/.+)$/.exec(name);
  return header?.[1];
}
