import type { RunOutcome, RunRequest } from '../core/run/event.js';
import type { Split } from '../core/split.js';
import type { LabelledImages } from '../dataset/dataset.js';
import type { EngineKind, Trainer } from '../engine/engine.js';
import type { Weights } from '../model/weights.js';
import type { Recipe } from './recipe.js';

/** Everything that a run needs; the loop itself knows no file and no clock of its own. */
export interface TrainingJob {
  run: string;
  request: RunRequest;
  recipe: Recipe;
  engine: EngineKind;
  trainer: Trainer;
  dataset: LabelledImages;
  split: Split;
  /** Ends the run after the step under way; the best weights are kept. */
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now: () => number;
  memoryBytes: () => number;
  /** Keeps the best weights so far; returns the file's name. */
  saveCheckpoint: (weights: Weights, epoch: number) => Promise<string>;
  /** Keeps the weights after an epoch, to be looked at later; returns the file's name. */
  keepEpoch: (weights: Weights, epoch: number) => Promise<string>;
  /** Keeps the best weights as a model; returns its name. */
  saveModel: (weights: Weights, outcome: Omit<RunOutcome, 'model'>) => Promise<string>;
}
