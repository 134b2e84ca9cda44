import type { Network } from '../../network.js';
import type { OptimiserState } from '../../optimiser-state.js';
import { parametersOf } from '../../parameters.js';
import type { Hdf5Tensor } from '../hdf5/write-hdf5.js';
import { adamConfig } from './compiled-state.js';

/**
 * Adam's state in the order of Keras 3's `optimizer.variables`: steps, learning rate, then both
 * moments of each trainable weight (adam.py, `build`).
 */
export function optimiserVariables(
  network: Network,
  { steps, moments }: OptimiserState,
): Hdf5Tensor[] {
  const trainable = parametersOf(network).filter((parameter) => parameter.trainable);
  return [
    { shape: [], values: BigInt64Array.of(BigInt(steps)) },
    { shape: [], values: Float32Array.of(adamConfig.learning_rate) },
    ...trainable.flatMap(({ name, shape }) =>
      ['first', 'second'].map((moment) => {
        const values = moments.get(`${name}/${moment}`);
        if (!values) throw new Error(`the optimiser has no ${name}/${moment}`);
        return { shape, values };
      }),
    ),
  ];
}
