import type { StoredTensor } from '../stored-tensor.js';
import type { KerasLayer } from './keras-layer.js';

/** Keras's names of a layer's variables, in the order that it keeps them. */
export const variableNames = [
  'kernel',
  'bias',
  'gamma',
  'beta',
  'moving_mean',
  'moving_variance',
] as const;
export type VariableName = (typeof variableNames)[number];

/** Where a file keeps the variables of its layers. */
export interface TensorSource {
  /** @param own all variables that the layer has, in order */
  find(
    layer: KerasLayer,
    variable: VariableName,
    own: readonly VariableName[],
  ): StoredTensor | undefined;
}
