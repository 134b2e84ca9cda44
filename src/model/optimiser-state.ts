import type { Weights } from './weights.js';

/** What Adam has gathered in training, without which a run cannot go on as if never interrupted. */
export interface OptimiserState {
  /** Steps made. */
  steps: number;
  /** By the name of the parameter and `/first` or `/second`: running means of gradient and its square. */
  moments: Weights;
}
