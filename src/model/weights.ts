import { createRandom, type Random } from '../core/random.js';
import type { Network } from './network.js';
import { type Parameter, parametersOf, sizeOf } from './parameters.js';

/** Values of every weight tensor by its name, row-major, in the order of `parametersOf`. */
export type Weights = ReadonlyMap<string, Float32Array>;

/** Fresh weights: glorot uniform kernels, ones for scales and variances, zeros elsewhere. */
export function initialWeights(network: Network, seed: number): Weights {
  const random = createRandom(seed);
  return new Map(
    parametersOf(network).map((parameter) => [parameter.name, initialValues(parameter, random)]),
  );
}

function initialValues({ role, shape }: Parameter, random: Random): Float32Array {
  const values = new Float32Array(sizeOf(shape));
  if (role === 'gamma' || role === 'moving-variance') return values.fill(1);
  if (role !== 'kernel') return values;
  const limit = glorotLimit(shape);
  return values.map(() => (random.uniform() * 2 - 1) * limit);
}

/** Glorot and Bengio, 2010, eq. 16: sqrt(6 / (fan in + fan out)). */
function glorotLimit(shape: readonly number[]): number {
  const receptiveField = sizeOf(shape.slice(0, -2));
  const [inputs, outputs] = shape.slice(-2);
  return Math.sqrt(6 / (receptiveField * (inputs + outputs)));
}
