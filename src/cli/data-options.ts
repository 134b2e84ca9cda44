import type { DataOptions } from '../core/data-options.js';
import { exitCodes, Problem } from '../core/problem.js';
import { type NumberSetting, parseSetting } from '../core/settings.js';
import { toHostSource } from '../host/source.js';
import type { Workspace } from '../host/workspace.js';

/** What to learn from besides the source, and what of it, as typed. */
export interface DataChoice {
  extra?: string[];
  limitPerClass?: string;
  test?: string;
}

/**
 * @returns undefined where nothing of it is asked for
 * @throws Problem where a limit is no number of samples
 */
export function readDataOptions(
  { extra, limitPerClass, test }: DataChoice,
  workspace: Workspace,
): DataOptions | undefined {
  const options: DataOptions = {
    ...(extra && { extra: extra.map((typed) => sourceOf(typed, workspace)) }),
    ...(limitPerClass !== undefined && { limitPerClass: readLimit(limitPerClass) }),
    ...(test !== undefined && { test: sourceOf(test, workspace) }),
  };
  return Object.keys(options).length > 0 ? options : undefined;
}

/** A source as the host knows it. */
export function sourceOf(typed: string, workspace: Workspace): string {
  if (typed.trim() !== '') return toHostSource(typed, workspace);
  throw usage('a source is empty', 'name a folder or file of samples, or the word mnist');
}

/** @returns undefined where it was not typed. @throws Problem where it is out of range */
export function readNumberSetting(
  name: NumberSetting,
  typed: string | undefined,
): number | undefined {
  if (typed === undefined) return undefined;
  const read = parseSetting(name, typed);
  if ('value' in read) return read.value;
  throw usage(`${typed} is out of range`, read.error);
}

function readLimit(typed: string): number {
  const limit = typed.trim() === '' ? Number.NaN : Number(typed);
  if (Number.isInteger(limit) && limit >= 2) return limit;
  throw usage(
    `${typed} is out of range`,
    'the limit of each digit must be a whole number from 2 on: one to train on, one to hold back',
  );
}

function usage(message: string, remedy: string): Problem {
  return new Problem(message, { remedy, exitCode: exitCodes.usage });
}
