import type { Network } from '../network.js';
import type { OptimiserState } from '../optimiser-state.js';
import type { Weights } from '../weights.js';

export const exportFormats = ['h5', 'keras', 'tfjs', 'savedmodel', 'onnx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a written model may be given. */
export const takenValues = ['scaled', 'bytes'] as const;
export type TakenValue = (typeof takenValues)[number];

/** What is known of a model that goes out. */
export interface ExportedModel {
  name: string;
  network: Network;
  weights: Weights;
  /** Logits are divided by it, in the weights that are written; 1 where it is left out. */
  temperature?: number;
  /**
   * What the written model is given: `scaled` values as the network takes them, 0..1 of ours, which is
   * what most people who use Keras feed; or `bytes` 0..255, with a layer in front that scales them.
   * `scaled` where it is left out.
   */
  takes?: TakenValue;
  /** Goes into `keras`, so that training can go on there. */
  optimiser?: OptimiserState;
}

export interface WrittenModel {
  /** Paths of all that was written. */
  files: string[];
  /** Of all files together. */
  bytes: number;
}
