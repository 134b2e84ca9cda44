import { basename, join } from 'node:path';
import { exitCodes, Problem } from '../core/problem.js';
import { resolveUserPath } from '../files/user-path.js';
import { count, duration } from '../ui/format.js';
import type { CommandContext } from './context.js';
import { readNumberSetting, sourceOf } from './data-options.js';
import { progressTeller } from './loading.js';

/** The options as typed. */
export interface MakeFolderOptions {
  perClass: string;
  format: 'jpeg' | 'png';
  seed?: string;
}

/** The folder that is looked for inside of one that is named as a source. */
const usualName = 'digits_jpeg';

/** Writes samples of a source as the folder `digits_jpeg` of class folders. */
export async function makeFolder(
  { workspace, output, interrupted, connect }: CommandContext,
  typed: string,
  place: string,
  { perClass: limit, format, seed }: MakeFolderOptions,
): Promise<undefined> {
  const perClass = Number(limit);
  if (!Number.isInteger(perClass) || perClass < 1) {
    throw new Problem(`${limit} is out of range`, {
      remedy: 'the samples of each digit must be a whole number from 1 on',
      exitCode: exitCodes.usage,
    });
  }
  const named = resolveUserPath(place);
  const folder = basename(named) === usualName ? named : join(named, usualName);
  const request = {
    source: sourceOf(typed, workspace),
    folder,
    perClass,
    format,
    seed: readNumberSetting('seed', seed),
  };
  const client = await connect();
  const tellers = {
    load: progressTeller(output, 'loading'),
    write: progressTeller(output, 'writing'),
  };
  const made = await client.data.makeFolder(request, {
    signal: interrupted,
    onProgress: ({ phase, ...progress }) => tellers[phase](progress),
  });
  const files = made.perClass.reduce((sum, each) => sum + each, 0);
  output.result(made, `${folder}: ${count(files)} pictures, written in ${duration(made.seconds)}`);
}
