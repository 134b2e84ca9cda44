import { join } from 'node:path';
import type { RunOutcome, RunRequest } from '../core/run/event.js';
import { writeFileWhole } from '../files/write-whole.js';
import type { ModelCard } from '../model/card.js';
import { digitNetwork } from '../model/network.js';
import { countParameters } from '../model/parameters.js';
import type { Judgement } from '../training/judge.js';
import { trainCommand } from './train-command.js';
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
): Omit<ModelCard, 'weights'> {
  const { epochs, bestEpoch, seconds, train, validation } = outcome;
  return {
    card: 1,
    name: request.name,
    network: digitNetwork.name,
    parameters: countParameters(digitNetwork).total,
    created: new Date().toISOString(),
    command: trainCommand(request),
    program: program(),
    engine: facts.engine,
    data: {
      source: request.source,
      train: facts.train,
      validation: facts.validation,
      ...(request.data && { options: request.data }),
    },
    settings: request.settings,
    epochs,
    bestEpoch,
    seconds,
    train,
    validation,
    temperature: facts.temperature,
    rejection: facts.rejection,
  };
}

function program(): string {
  return `digitscope ${programVersion}`;
}
