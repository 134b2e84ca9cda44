import { Problem } from '../core/problem.js';
import { type Parameter, sizeOf } from '../model/parameters.js';
import type { Weights } from '../model/weights.js';

/** @throws Problem where the weights have no values of the parameter's size */
export function valuesOf(
  weights: Weights,
  { name, shape }: Pick<Parameter, 'name' | 'shape'>,
): Float32Array {
  const values = weights.get(name);
  if (values?.length === sizeOf(shape)) return values;
  throw new Problem(`the weights of ${name} do not fit the network`, {
    remedy: 'choose a model that was made for it, or train one',
  });
}
