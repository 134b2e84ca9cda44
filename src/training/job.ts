import type { RunOutcome, RunRequest } from '../core/run/event.js';
import type { Split } from '../core/split.js';
import type { LabelledImages } from '../dataset/dataset.js';
import type { EngineKind, Trainer } from '../engine/engine.js';
import type { Weights } from '../model/weights.js';
import type { RunControl } from './control.js';
import type { Recipe } from './recipe.js';
import type { SavedTraining } from './saved-training.js';

/** Everything that a run needs; the loop itself knows no file and no clock of its own. */
export interface TrainingJob {
  run: string;
  request: RunRequest;
  recipe: Recipe;
  engine: EngineKind;
  trainer: Trainer;
  dataset: LabelledImages;
  split: Split;
  control: RunControl;
  /** What the run goes on from, and who asked for it; it begins anew where this is left out. */
  resume?: { saved: SavedTraining; by?: string };
  /** Milliseconds since 1970. */
  now: () => number;
  memoryBytes: () => number;
  /** Keeps the best weights so far; returns the file's name. */
  saveCheckpoint: (weights: Weights, epoch: number) => Promise<string>;
  /** Keeps the weights after an epoch, to be looked at later; returns the file's name. */
  keepEpoch: (weights: Weights, epoch: number) => Promise<string>;
  /** Keeps what the run can go on from, in place of what was kept before. */
  saveState: (saved: SavedTraining) => Promise<void>;
  /** Keeps the best weights as a model; returns its name. */
  saveModel: (weights: Weights, outcome: Omit<RunOutcome, 'model'>) => Promise<string>;
}
