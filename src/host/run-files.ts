import { join } from 'node:path';
import type { RunOutcome, RunRequest } from '../core/run/event.js';
import { writeFileWhole } from '../files/write-whole.js';
import type { NewCard } from '../model/card.js';
import { digitNetwork } from '../model/network.js';
import { countParameters } from '../model/parameters.js';
import type { Judgement } from '../training/judge.js';
import { programVersion } from './workspace.js';

/** Writes `run.json`: what was asked, and by which versions. */
export async function writeRunFile(
  folder: string,
  request: RunRequest,
  engine: string,
): Promise<void> {
  const facts = {
    ...request,
    engine,
    created: new Date().toISOString(),
    program: program(),
    node: process.version,
  };
  await writeFileWhole(join(folder, 'run.json'), `${JSON.stringify(facts, null, 2)}\n`);
}

/** The card of a model that came out of a run. */
export function cardOf(
  request: RunRequest,
  outcome: Omit<RunOutcome, 'model'>,
  facts: { engine: string; train: number; validation: number } & Judgement,
): NewCard {
  const { epochs, bestEpoch, seconds, train, validation } = outcome;
  return {
    name: request.name,
    network: digitNetwork.name,
    parameters: countParameters(digitNetwork).total,
    created: new Date().toISOString(),
    program: program(),
    training: {
      name: request.name,
      command: trainCommand(request),
      engine: facts.engine,
      from: request.from,
      data: { source: request.source, train: facts.train, validation: facts.validation },
      settings: request.settings,
      epochs,
      bestEpoch,
      seconds,
      train,
      validation,
    },
    temperature: facts.temperature,
    rejection: facts.rejection,
  };
}

function program(): string {
  return `digitscope ${programVersion}`;
}

function trainCommand({ name, source, settings }: RunRequest): string {
  const { recipe, epochs, validationSplit, batchSize, learningRate, seed } = settings;
  return [
    `digitscope train --data ${source} --recipe ${recipe} --epochs ${epochs}`,
    `--validation-split ${validationSplit} --batch-size ${batchSize}`,
    `--learning-rate ${learningRate} --seed ${seed} --name ${name}`,
  ].join(' ');
}
