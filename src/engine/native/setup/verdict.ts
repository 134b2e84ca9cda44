import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { bindingFile } from './places.js';
import { type NativeSource, nativeSources } from './platform.js';

export type Verdict =
  | { loads: true; tensorflow: string; source: NativeSource }
  | { loads: false; reason: string };

/** Kept in a base once it has loaded; holds for these very files and this Node release only. */
const markerSchema = z.object({
  tensorflow: z.string(),
  source: z.enum(nativeSources),
  node: z.string(),
  files: z.string(),
});
type Marker = z.infer<typeof markerSchema>;

/**
 * Whether the library of a base loads and computes. The first answer is tried in a child process,
 * since a library for another processor kills the process that loads it (about half a second);
 * after that it is read from a file in the base.
 *
 * @param source who made the library, where the caller has just fitted it
 */
export function verdictOn(base: string, source?: NativeSource): Verdict {
  const files = filesOf(base);
  if (files === undefined) return { loads: false, reason: 'it is not installed' };
  const marker = readMarker(base);
  const known = marker?.files === files ? marker : undefined;
  if (source === undefined && known?.node === process.version) {
    return { loads: true, tensorflow: known.tensorflow, source: known.source };
  }
  const trial = tryLoading(base);
  if (!trial.loads) return trial;
  // npm itself may have run the package's own installer, before we had a say.
  const verdict = { ...trial, source: source ?? known?.source ?? 'package installer' };
  const { tensorflow } = verdict;
  writeMarker(base, { tensorflow, source: verdict.source, node: process.version, files });
  return verdict;
}

/** The binding and its libraries by name, size and time, or undefined if there is no binding. */
function filesOf(base: string): string | undefined {
  const libraries = join(base, 'deps', 'lib');
  const names = existsSync(libraries) ? readdirSync(libraries).sort() : [];
  const files = [bindingFile(base), ...names.map((name) => join(libraries, name))];
  const stats = files.map((file) => statSync(file, { throwIfNoEntry: false }));
  if (stats[0] === undefined) return undefined;
  return stats
    .map((stat, i) => `${basename(files[i] ?? '')} ${stat?.size} ${stat?.mtimeMs}`)
    .join('\n');
}

function markerFile(base: string): string {
  return join(base, 'lib', 'digitscope.json');
}

function readMarker(base: string): Marker | undefined {
  try {
    return markerSchema.parse(JSON.parse(readFileSync(markerFile(base), 'utf8')));
  } catch {
    return undefined;
  }
}

function writeMarker(base: string, marker: Marker): void {
  const beside = `${markerFile(base)}.${process.pid}`;
  try {
    writeFileSync(beside, JSON.stringify(marker));
    renameSync(beside, markerFile(base));
  } catch {
    // A base that another user owns is tried anew each time: slower, not wrong.
  }
}

const trialScript = `
require('node:util').isNullOrUndefined = (value) => value == null;
const tf = require(process.argv[1]);
const [sum] = tf.tensor([1]).add(1).dataSync();
if (sum !== 2) throw new Error('1 + 1 gave ' + sum);
process.stdout.write('\\nTensorFlow ' + tf.backend().binding.TF_Version + '\\n');
`;

function tryLoading(
  base: string,
): { loads: true; tensorflow: string } | { loads: false; reason: string } {
  const child = spawnSync(process.execPath, ['--no-deprecation', '-e', trialScript, base], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' },
  });
  const tensorflow = /^TensorFlow (\S+)$/m.exec(child.stdout ?? '')?.[1];
  if (child.status === 0 && tensorflow !== undefined) return { loads: true, tensorflow };
  return { loads: false, reason: failureOf(child) };
}

/** One line out of what a failed trial left behind. */
export function failureOf(child: {
  signal: string | null;
  stderr: string | null;
  error?: Error;
}): string {
  if (child.error) return `it could not be tried (${child.error.message})`;
  if (child.signal === 'SIGILL') return 'it needs a newer processor than this one';
  if (child.signal) return `it ended its process with ${child.signal}`;
  const error = /^(?:\w*Error): (.+)$/m.exec(child.stderr ?? '')?.[1];
  return `it does not load (${error?.trim() ?? 'without an error message'})`;
}
