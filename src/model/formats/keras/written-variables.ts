import type { Network } from '../../network.js';
import type { OptimiserState } from '../../optimiser-state.js';
import { parametersOf } from '../../parameters.js';
import type { Weights } from '../../weights.js';
import type { Hdf5Tensor } from '../hdf5/write-hdf5.js';
import type { WrittenLayer } from './layers-for-keras.js';
import { variableOf } from './read-weights.js';
import type { VariableName } from './tensor-source.js';

/** What is written of a model, in whichever of Keras's forms. */
export interface WrittenNetwork {
  name: string;
  network: Network;
  weights: Weights;
  optimiser?: OptimiserState;
}

export type WrittenVariable = Hdf5Tensor & { variable: VariableName; values: Float32Array };

/** The variables of one layer in Keras's order, none where it has no weights. */
export function writtenVariables(
  { source }: WrittenLayer,
  { network, weights }: Pick<WrittenNetwork, 'network' | 'weights'>,
): WrittenVariable[] {
  return parametersOf(network)
    .filter(({ layer }) => layer === source?.name)
    .map((parameter) => {
      const values = weights.get(parameter.name);
      if (!values) throw new Error(`weights lack ${parameter.name}`);
      return { variable: variableOf(parameter), shape: parameter.shape, values };
    });
}
