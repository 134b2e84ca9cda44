import { Problem } from '../core/problem.js';
import type { Network } from '../model/network.js';
import type { OptimiserState } from '../model/optimiser-state.js';
import { type Parameter, parametersOf, sizeOf } from '../model/parameters.js';

/** One of Adam's running means of a parameter: of its gradient, or of the gradient's square. */
export interface Moment {
  /** The parameter's name and `/first` or `/second`, as in an `OptimiserState`. */
  name: string;
  shape: readonly number[];
}

/** Adam's two running means of a parameter. */
export function momentsOf({ name, shape }: Pick<Parameter, 'name' | 'shape'>): {
  first: Moment;
  second: Moment;
} {
  return {
    first: { name: `${name}/first`, shape },
    second: { name: `${name}/second`, shape },
  };
}

/** Those of all that a gradient moves, in the order that they are stored. */
export function allMomentsOf(network: Network): Moment[] {
  return parametersOf(network)
    .filter(({ trainable }) => trainable)
    .flatMap((parameter) => Object.values(momentsOf(parameter)));
}

/** Adam before its first step. */
export function freshOptimiser(network: Network): OptimiserState {
  const moments = allMomentsOf(network).map(
    ({ name, shape }) => [name, new Float32Array(sizeOf(shape))] as const,
  );
  return { steps: 0, moments: new Map(moments) };
}

/** @throws Problem where the state has no values of the moment's size */
export function momentValues({ moments }: OptimiserState, { name, shape }: Moment): Float32Array {
  const values = moments.get(name);
  if (values?.length === sizeOf(shape)) return values;
  throw new Problem(`the optimiser's ${name} does not fit the network`, {
    remedy: 'begin a new run from the weights instead',
  });
}
