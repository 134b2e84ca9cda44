import type { Hdf5Group } from '../hdf5/hdf5-group.js';
import { damaged } from '../refusals.js';
import type { StoredTensor } from '../stored-tensor.js';
import type { KerasLayer } from './keras-layer.js';
import type { TensorSource, VariableName } from './tensor-source.js';

/**
 * Weights as Keras 1 and 2 keep them, and Keras 3 in `.h5`: a group for each layer, with the names
 * of its variables in an attribute (legacy_h5_format.py, `save_weights_to_hdf5_group`).
 */
export class LegacyWeights implements TensorSource {
  readonly #root: Hdf5Group;

  constructor(root: Hdf5Group) {
    this.#root = root;
  }

  find({ name, outermost }: KerasLayer, variable: VariableName): StoredTensor | undefined {
    const group = this.#root.group(outermost);
    const named = (group?.texts('weight_names') ?? []).filter((path) => lastOf(path) === variable);
    // A model within the model has the variables of all its layers in one group.
    const path = named.length > 1 ? named.find((each) => isOfLayer(each, name)) : named[0];
    return path === undefined ? undefined : group?.tensor(path);
  }
}

/** Names of the layers that have variables, in order; undefined where it is no such group. */
export function weightedLayers(root: Hdf5Group, file: string): string[] | undefined {
  return root.texts('layer_names')?.filter((name) => {
    const group = root.group(name);
    if (!group) throw damaged(file, `has no weights of its layer ${name}`);
    return (group.texts('weight_names') ?? []).length > 0;
  });
}

/** `conv2d/kernel:0` is the kernel: Keras 2 ends names as TensorFlow does. */
function lastOf(path: string): string | undefined {
  return path.split('/').at(-1)?.replace(/:0$/, '');
}

function isOfLayer(path: string, layer: string): boolean {
  return `/${path}`.slice(0, `/${path}`.lastIndexOf('/')).endsWith(`/${layer}`);
}
