import { mkdir, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { isModelName } from '../../core/model-name.js';
import { exitCodes, Problem } from '../../core/problem.js';
import type { ModelStore } from '../../model/store.js';
import type { StartRunParams } from '../protocol.js';

/**
 * The name of the model to be: the one asked for, or one made from data and recipe.
 *
 * @param options.promised names of models that runs under way or in the queue will make
 */
export async function chooseModelName(
  { name, source, settings }: Pick<StartRunParams, 'name' | 'source' | 'settings'>,
  { models, promised }: { models: ModelStore; promised: ReadonlySet<string> },
): Promise<string> {
  const isTaken = async (candidate: string) =>
    promised.has(candidate) || (await models.isTaken(candidate));
  if (name === undefined) {
    const data = basename(source).replace(/[^\w-]+/g, '-') || 'data';
    return firstFree(`${data}-${settings.recipe}`, isTaken);
  }
  if (!isModelName(name)) {
    throw new Problem(`${name} cannot name a model`, {
      remedy: 'use letters, digits, dots, dashes and underscores',
      exitCode: exitCodes.usage,
    });
  }
  if (promised.has(name)) {
    throw new Problem(`a run that is not over will make a model ${name}`, {
      remedy: 'choose another name',
      exitCode: exitCodes.usage,
    });
  }
  if (await models.isTaken(name)) {
    throw new Problem(`there is a model ${name} already`, {
      remedy: 'choose another name, or remove its folder first',
      exitCode: exitCodes.usage,
    });
  }
  return name;
}

/**
 * A run is called as its model; a number is added where a run of that name is there already.
 *
 * @param options.shelved ids of runs that may be brought back
 */
export async function chooseRunId(
  name: string,
  { runs, shelved }: { runs: string; shelved: readonly string[] },
): Promise<string> {
  await mkdir(runs, { recursive: true }).catch((cause) => {
    throw new Problem(`${runs} cannot be written to`, {
      remedy: 'choose another folder with --workspace',
      cause,
    });
  });
  const taken = new Set([...(await readdir(runs)), ...shelved]);
  return firstFree(name, async (candidate) => taken.has(candidate));
}

/** A name that is free: the one that is wanted, or one with a number. */
async function firstFree(
  stem: string,
  isTaken: (name: string) => Promise<boolean>,
): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!(await isTaken(name))) return name;
  }
}
