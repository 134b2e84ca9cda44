import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { programRoot } from '../test/support/sandbox.js';
import { type Figure, parseFigures } from './figures.js';

/**
 * Runs a program to its end; what it says for people goes to our standard error.
 *
 * @returns its standard output
 * @throws where it fails
 */
export async function outputOf(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, [...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
  });
  createInterface(child.stderr).on('line', (line) => {
    if (!tensorflowLog.test(line)) process.stderr.write(`${line}\n`);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [stdout, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
  return stdout;
}

/** TensorFlow writes a few such lines before it reads that it should not. */
const tensorflowLog = /^(WARNING: All log messages before absl|[IWE]\d{4} )/;

/** Runs one of our own measurements in a process of its own, so that no engine inherits another's memory. */
export async function runWorker(name: string, args: readonly string[]): Promise<Figure[]> {
  return parseFigures(await outputOf(process.execPath, [...workerCommand(name), ...args]));
}

/** What Node is started with to run one of our measurements from its source. */
export function workerCommand(name: string): string[] {
  const loader = pathToFileURL(join(programRoot, 'test', 'support', 'typescript.mjs')).href;
  return ['--import', loader, join(programRoot, 'bench', 'workers', `${name}.ts`)];
}
