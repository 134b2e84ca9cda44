import { mkdir, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { isModelName } from '../core/model-name.js';
import { exitCodes, Problem } from '../core/problem.js';
import type { ModelStore } from '../model/store.js';
import type { StartRunParams } from './protocol.js';

/** The name of the model to be: the one asked for, or one made from data and recipe. */
export async function chooseModelName(
  { name, source, settings }: StartRunParams,
  models: ModelStore,
): Promise<string> {
  if (name === undefined) {
    const data = basename(source).replace(/[^\w-]+/g, '-') || 'data';
    return firstFree(`${data}-${settings.recipe}`, (candidate) => models.isTaken(candidate));
  }
  if (!isModelName(name)) {
    throw new Problem(`${name} cannot name a model`, {
      remedy: 'use letters, digits, dots, dashes and underscores',
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

/** A run is called as its model; a number is added where a run of that name is there already. */
export async function chooseRunId(name: string, runs: string): Promise<string> {
  await mkdir(runs, { recursive: true }).catch((cause) => {
    throw new Problem(`${runs} cannot be written to`, {
      remedy: 'choose another folder with --workspace',
      cause,
    });
  });
  const taken = new Set(await readdir(runs));
  return firstFree(name, async (candidate) => taken.has(candidate));
}

async function firstFree(
  stem: string,
  isTaken: (name: string) => Promise<boolean>,
): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!(await isTaken(name))) return name;
  }
}
