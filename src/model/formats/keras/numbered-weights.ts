import type { Hdf5Group } from '../hdf5/hdf5-group.js';
import type { StoredTensor } from '../stored-tensor.js';
import type { KerasLayer } from './keras-layer.js';
import type { TensorSource, VariableName } from './tensor-source.js';

/** Names of the group that holds a model's layers; the second is that of the first `.keras` files. */
const containers = ['layers', '_layer_checkpoint_dependencies'];

/**
 * Weights as `.keras` and `.weights.h5` keep them: a group for each layer, named after its class,
 * with its variables by number (Keras's saving_lib.py).
 */
export class NumberedWeights implements TensorSource {
  readonly #root: Hdf5Group;

  constructor(root: Hdf5Group) {
    this.#root = root;
  }

  find(
    { place }: KerasLayer,
    variable: VariableName,
    own: readonly VariableName[],
  ): StoredTensor | undefined {
    const tensors = containers.map((container) => {
      const path = place.replace(/(^|\/)layers\//g, `$1${container}/`);
      return this.#root.tensor(`${path}/vars/${own.indexOf(variable)}`);
    });
    return tensors.find((tensor) => tensor !== undefined);
  }
}

/** @returns true where the file is one of numbered weights */
export function hasNumberedWeights(root: Hdf5Group): boolean {
  return containers.some((container) => root.group(container) !== undefined);
}
