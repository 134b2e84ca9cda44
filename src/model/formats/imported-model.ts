import type { Network } from '../network.js';
import type { OptimiserState } from '../optimiser-state.js';
import type { Weights } from '../weights.js';

export type ImportFormat = 'keras-h5' | 'keras' | 'tfjs';

/** A model that another program wrote, as a network and its weights. */
export interface ImportedModel {
  network: Network;
  weights: Weights;
  origin: {
    format: ImportFormat;
    /** What wrote the file: `Keras 3.15.1`. */
    by: string;
    file: string;
  };
  /** Missing where the file has none that fits the weights. */
  optimiser?: OptimiserState;
  /** What a person should know, a sentence each: layers that were left out, a softmax that was added. */
  notes: readonly string[];
}
