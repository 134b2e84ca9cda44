import * as tf from '@tensorflow/tfjs-core';
import type { OptimiserState } from '../engine.js';
import { momentsOf, momentValues } from '../moments.js';

const firstDecay = 0.9;
const secondDecay = 0.999;
const epsilon = 1e-7;

/**
 * Adam (Kingma and Ba, 2015) in the form that ends the paper's section 2, as in Keras and in
 * TensorFlow's own kernel: the step corrects both moments, and epsilon is added to the uncorrected
 * root. The library's optimiser adds it to the corrected one, which differs for small gradients.
 */
export class Adam {
  readonly #parameters: readonly Moved[];
  #steps = 0;

  /** @param variables those that each step moves, by the names of their parameters */
  constructor(variables: ReadonlyMap<string, tf.Variable>) {
    this.#parameters = [...variables].map(([name, variable]) => ({
      name,
      variable,
      first: new Float32Array(variable.size),
      second: new Float32Array(variable.size),
    }));
  }

  /** How many were made. */
  get steps(): number {
    return this.#steps;
  }

  /** @param gradients by the variables' names, as `tf.variableGrads` gives them */
  step(gradients: tf.NamedTensorMap, learningRate: number): void {
    this.#steps++;
    const rate =
      (learningRate * Math.sqrt(1 - secondDecay ** this.#steps)) / (1 - firstDecay ** this.#steps);
    for (const { variable, ...moments } of this.#parameters) {
      const values = variable.dataSync<'float32'>();
      const gradient = gradients[variable.name].dataSync<'float32'>();
      update(values, gradient, moments, rate);
      tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)));
    }
  }

  /** Copies of the moments, and the steps made. */
  read(): OptimiserState {
    const moments = this.#parameters.flatMap(({ name, variable: { shape }, first, second }) => {
      const own = momentsOf({ name, shape });
      return [
        [own.first.name, first.slice()],
        [own.second.name, second.slice()],
      ] as const;
    });
    return { steps: this.#steps, moments: new Map(moments) };
  }

  /**
   * Goes on from a state that was read.
   *
   * @throws Problem where it is that of other parameters, before anything is changed
   */
  write(state: OptimiserState): void {
    const given = this.#parameters.map(({ name, variable: { shape } }) => {
      const { first, second } = momentsOf({ name, shape });
      return { first: momentValues(state, first), second: momentValues(state, second) };
    });
    for (const [index, { first, second }] of this.#parameters.entries()) {
      first.set(given[index].first);
      second.set(given[index].second);
    }
    this.#steps = state.steps;
  }
}

interface Moments {
  first: Float32Array;
  second: Float32Array;
}

interface Moved extends Moments {
  name: string;
  variable: tf.Variable;
}

function update(
  values: Float32Array,
  gradient: Float32Array,
  { first, second }: Moments,
  rate: number,
): void {
  for (let index = 0; index < values.length; index++) {
    const slope = gradient[index];
    first[index] += (slope - first[index]) * (1 - firstDecay);
    second[index] += (slope * slope - second[index]) * (1 - secondDecay);
    values[index] -= (rate * first[index]) / (Math.sqrt(second[index]) + epsilon);
  }
}
