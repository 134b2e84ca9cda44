import type { RunEvent, RunOutcome } from '../../src/core/run/event.js';
import { defaultSettings, type TrainingSettings } from '../../src/core/settings.js';
import type { Batch, OptimiserState, Trainer } from '../../src/engine/engine.js';
import type { Weights } from '../../src/model/weights.js';
import { plainBatches } from '../../src/training/batches.js';
import { RunControl } from '../../src/training/control.js';
import type { TrainingJob } from '../../src/training/job.js';
import { recipes } from '../../src/training/recipe.js';
import type { SavedTraining } from '../../src/training/saved-training.js';

/**
 * A trainer without arithmetic: each epoch's validation loss is given, and its weights are the
 * number of steps made.
 */
export class ScriptedTrainer implements Trainer {
  readonly batches: number[][] = [];
  readonly learningRates: number[] = [];
  written?: Weights;
  #epoch = 0;

  constructor(
    private readonly stepsPerEpoch: number,
    private readonly validationLosses: readonly number[],
    private readonly stepLoss: (step: number) => number = () => 1,
  ) {}

  async step({ labels }: Batch, learningRate: number) {
    this.batches.push([...labels]);
    if ((this.batches.length - 1) % this.stepsPerEpoch === 0) this.learningRates.push(learningRate);
    return { loss: this.stepLoss(this.batches.length), accuracy: 0.5 };
  }

  async classify(images: Uint8Array) {
    const loss = this.validationLosses[this.#epoch++];
    // All samples carry label 0: this probability of it gives the loss asked for.
    const probabilities = new Float32Array((images.length / 784) * 10);
    for (let row = 0; row < probabilities.length; row += 10) probabilities[row] = Math.exp(-loss);
    return probabilities;
  }

  async readWeights(): Promise<Weights> {
    return new Map([['steps', Float32Array.of(this.batches.length)]]);
  }

  async writeWeights(weights: Weights) {
    this.written = weights;
  }

  async readOptimiser(): Promise<OptimiserState> {
    return { steps: this.batches.length, moments: new Map() };
  }

  async writeOptimiser() {}

  dispose() {}
}

export interface Kept {
  weights?: Weights;
  outcome?: Omit<RunOutcome, 'model'>;
  checkpoints: number[];
  epochs: number[];
  states: SavedTraining[];
}

export function job(
  trainer: Trainer,
  settings: Partial<TrainingSettings>,
  change: Partial<TrainingJob> = {},
): { job: TrainingJob; kept: Kept } {
  const kept: Kept = { checkpoints: [], epochs: [], states: [] };
  let clock = 0;
  return {
    kept,
    job: {
      run: 'r',
      request: { source: 's', name: 'm', settings: { ...defaultSettings, ...settings } },
      recipe: { ...recipes[settings.recipe ?? 'classic'], batches: plainBatches },
      engine: 'portable',
      trainer,
      dataset: { images: new Uint8Array(10 * 784), labels: new Uint8Array(10) },
      split: { train: Uint32Array.of(0, 1, 2, 3, 4, 5, 6), validation: Uint32Array.of(7, 8, 9) },
      control: new RunControl(),
      now: () => (clock += 100),
      memoryBytes: () => 1000,
      saveCheckpoint: async (_, epoch) => {
        kept.checkpoints.push(epoch);
        return 'best';
      },
      keepEpoch: async (_, epoch) => {
        kept.epochs.push(epoch);
        return `epoch-${epoch}`;
      },
      saveState: async (state) => {
        kept.states.push(state);
      },
      saveModel: async (weights, outcome) => {
        kept.weights = weights;
        kept.outcome = outcome;
        return 'm';
      },
      ...change,
    },
  };
}

export async function collect(events: AsyncGenerator<RunEvent>): Promise<RunEvent[]> {
  const all: RunEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
