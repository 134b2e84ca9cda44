import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type RunOutcome, type RunRequest, runRequestSchema } from '../../core/run/event.js';
import { writeFileWhole } from '../../files/write-whole.js';
import type { ModelCard, NewCard } from '../../model/card.js';
import type { Network } from '../../model/network.js';
import { countParameters } from '../../model/parameters.js';
import type { Judgement } from '../../training/judge.js';
import type { EngineChoice } from '../protocol.js';
import { trainCommand } from '../train-command.js';
import { programVersion } from '../workspace.js';

/** Writes `run.json`: what was asked, and by which versions. */
export async function writeRunFile(
  folder: string,
  request: RunRequest,
  engine: EngineChoice | undefined,
): Promise<void> {
  const facts = {
    ...request,
    engine: engine ?? 'any',
    created: new Date().toISOString(),
    program: program(),
    node: process.version,
  };
  await writeFileWhole(join(folder, runFile), `${JSON.stringify(facts, null, 2)}\n`);
}

/** What was asked of a run; undefined where its `run.json` cannot be read. */
export async function readRunFile(
  folder: string,
): Promise<{ request: RunRequest; engine?: EngineChoice } | undefined> {
  try {
    const json: unknown = JSON.parse(await readFile(join(folder, runFile), 'utf8'));
    const { engine } = engineSchema.parse(json);
    const request = runRequestSchema.parse(json);
    return { request, engine: engine === 'any' ? undefined : engine };
  } catch {
    return undefined;
  }
}

const runFile = 'run.json';
const engineSchema = z.object({ engine: z.enum(['native', 'portable', 'any']) });

/** What a card says besides what was asked and what came out. */
export interface CardFacts extends Judgement {
  network: Network;
  engine: string;
  train: number;
  validation: number;
  test?: ModelCard['test'];
}

/** The card of a model that came out of a run. */
export function cardOf(
  request: RunRequest,
  outcome: Omit<RunOutcome, 'model'>,
  facts: CardFacts,
): NewCard {
  const { epochs, bestEpoch, seconds, train, validation } = outcome;
  return {
    name: request.name,
    network: facts.network.name,
    parameters: countParameters(facts.network).total,
    created: new Date().toISOString(),
    program: program(),
    training: {
      name: request.name,
      command: trainCommand(request),
      engine: facts.engine,
      from: request.from,
      data: {
        source: request.source,
        options: request.data,
        train: facts.train,
        validation: facts.validation,
      },
      settings: request.settings,
      epochs,
      bestEpoch,
      seconds,
      train,
      validation,
    },
    test: facts.test,
    temperature: facts.temperature,
    rejection: facts.rejection,
  };
}

function program(): string {
  return `digitscope ${programVersion}`;
}
