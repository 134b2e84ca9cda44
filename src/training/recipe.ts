import { oneCycleSchedule, plateauSchedule, type Schedule } from '../core/schedule/schedule.js';
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

const fast: Recipe = {
  batches: (dataset, { seed }) => augmentedBatches(dataset, { seed, variety: 'mild' }),
  // The learning rate falls by itself, and the last epochs are the best.
  patience: Number.POSITIVE_INFINITY,
  schedule: ({ learningRate, epochs }, { stepsPerEpoch }) =>
    oneCycleSchedule(learningRate, epochs * stepsPerEpoch),
  ratePer: 'step',
  weightDecay: 0.01,
  averaged: 0.2,
};

export const recipes: Record<RecipeName, Recipe> = {
  classic: {
    batches: plainBatches,
    patience: 10,
    schedule: ({ learningRate }) => plateauSchedule(learningRate),
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
