import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DataOptions } from '../core/data-options.js';
import { usualRejection } from '../core/prediction.js';
import { Problem } from '../core/problem.js';
import type { RunEvent, RunEventOf } from '../core/run/event.js';
import type { TrainingSettings } from '../core/settings.js';
import type { TrainingFacts } from '../model/card.js';
import type { Network } from '../model/network.js';
import type { Weights } from '../model/weights.js';
import { KeptWeights } from './kept-weights.js';
import type { WeightsRef } from './protocol.js';
import { readRunEvents } from './runs/run-log.js';
import type { Workspace } from './workspace.js';

/** What weights were trained on. */
export interface TrainedOn {
  source: string;
  data?: DataOptions;
  settings: TrainingSettings;
  /** Samples at that time, both sides of the split. */
  samples: number;
}

/** Weights as they were found, before anything is done with them. */
export interface FoundWeights {
  /** What they are called: `mnist-fast`, `mnist-fast, epoch 3`. */
  name: string;
  /** The same for the same values. */
  key: string;
  /** Bytes on disk. */
  diskBytes: number;
  weights: Weights;
  /** Their logits are divided by it. */
  temperature: number;
  /** Answers whose `notADigit` is above it are rejected. */
  rejectAbove: number;
  network: Network;
  /** Missing where nobody knows, as of an imported model. */
  trainedOn?: TrainedOn;
}

/**
 * Finds the weights that are meant.
 *
 * @throws Problem where they are not there or are damaged
 */
export async function findWeights(workspace: Workspace, ref: WeightsRef): Promise<FoundWeights> {
  return 'run' in ref ? ofRun(workspace, ref) : ofModel(workspace, ref.model);
}

async function ofModel({ models }: Workspace, name: string | undefined): Promise<FoundWeights> {
  const { card, network, weights } = await models.load(name ?? (await models.preferred()).name);
  const { training, temperature = 1, rejection } = card;
  return {
    name: card.name,
    key: `${card.weights.sha256} ${card.networkFile?.sha256 ?? ''}`,
    diskBytes: card.weights.bytes,
    weights,
    temperature,
    rejectAbove: rejection?.threshold ?? usualRejection,
    network,
    trainedOn: training && trainedOnBy(training),
  };
}

function trainedOnBy({ data, settings }: TrainingFacts): TrainedOn {
  return {
    source: data.source,
    data: data.options,
    settings,
    samples: data.train + data.validation,
  };
}

async function ofRun(
  { runs }: Workspace,
  { run, epoch }: Extract<WeightsRef, { run: string }>,
): Promise<FoundWeights> {
  const kept = await KeptWeights.of(join(runs, run));
  // A run that is not there is said to be, rather than its weights.
  const trainedOn = await trainedOnOf(runs, run);
  const { weights, bytes } = await kept.read(epoch);
  return {
    name: epoch === undefined ? run : `${run}, epoch ${epoch}`,
    key: createHash('sha256').update(bytes).digest('hex'),
    diskBytes: bytes.length,
    weights,
    temperature: 1,
    rejectAbove: usualRejection,
    network: kept.network,
    trainedOn,
  };
}

/** What a run was trained on, by its log. @throws Problem where it has not started */
export async function trainedOnOf(runs: string, run: string): Promise<TrainedOn> {
  const events: RunEvent[] = await readRunEvents(runs, run).catch(() => []);
  const started = events.find((event): event is RunEventOf<'started'> => event.type === 'started');
  if (!started) {
    throw new Problem(`there is no run ${run} that has started`, {
      remedy: 'choose one of the runs that are there',
    });
  }
  const { request, trainSamples, validationSamples } = started;
  const { source, data, settings } = request;
  return { source, data, settings, samples: trainSamples + validationSamples };
}
