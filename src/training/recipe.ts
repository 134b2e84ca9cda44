import { oneCycleRate } from '../core/schedule/one-cycle.js';
import {
  createReduceOnPlateau,
  observePlateau,
  type ReduceOnPlateau,
} from '../core/schedule/reduce-on-plateau.js';
import type { RecipeName, TrainingSettings } from '../core/settings.js';
import type { LabelledImages } from '../dataset/dataset.js';
import { augmentedBatches } from './augment/augmented-batches.js';
import { type BatchSource, plainBatches } from './batches.js';

/** How a run goes about it. */
export interface Recipe {
  batches: (dataset: LabelledImages, options: { seed: number }) => BatchSource;
  /** Epochs without gain after which it stops. */
  patience: number;
  schedule: (settings: TrainingSettings, options: { stepsPerEpoch: number }) => Schedule;
  /** When the learning rate changes. */
  ratePer: 'epoch' | 'step';
  /** As the engine has it. */
  weightDecay: number;
  /** Share of the epochs, at the end, whose weights are averaged; 0 for none. */
  averaged: number;
}

/** The learning rate over a run. */
export interface Schedule {
  /** @param step from 0, over the whole run */
  rate: (step: number) => number;
  /** Takes in the validation loss of an epoch that has ended. */
  observe: (loss: number) => void;
}

const fast: Recipe = {
  batches: (dataset, { seed }) => augmentedBatches(dataset, { seed, variety: 'mild' }),
  // The learning rate falls by itself, and the last epochs are the best.
  patience: Number.POSITIVE_INFINITY,
  schedule: ({ learningRate, epochs }, { stepsPerEpoch }) => ({
    rate: (step) => oneCycleRate(learningRate, step, epochs * stepsPerEpoch),
    observe: () => {},
  }),
  ratePer: 'step',
  weightDecay: 0.01,
  averaged: 0.2,
};

export const recipes: Record<RecipeName, Recipe> = {
  classic: {
    batches: plainBatches,
    patience: 10,
    schedule: ({ learningRate }) => plateauSchedule(createReduceOnPlateau(learningRate)),
    ratePer: 'epoch',
    weightDecay: 0,
    averaged: 0,
  },
  fast,
  robust: {
    ...fast,
    batches: (dataset, { seed }) => augmentedBatches(dataset, { seed, variety: 'strong' }),
  },
};

function plateauSchedule(start: ReduceOnPlateau): Schedule {
  let plateau = start;
  return {
    rate: () => plateau.learningRate,
    observe: (loss) => {
      plateau = observePlateau(plateau, loss);
    },
  };
}
