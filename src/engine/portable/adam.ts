import * as tf from '@tensorflow/tfjs-core';

const firstDecay = 0.9;
const secondDecay = 0.999;
const epsilon = 1e-7;

/**
 * Adam (Kingma and Ba, 2015) in the form that ends the paper's section 2, as in Keras and in
 * TensorFlow's own kernel: the step corrects both moments, and epsilon is added to the uncorrected
 * root. The library's optimiser adds it to the corrected one, which differs for small gradients.
 */
export class Adam {
  readonly #variables: readonly tf.Variable[];
  readonly #moments: readonly Moments[];
  #steps = 0;

  /** @param variables those that each step moves */
  constructor(variables: readonly tf.Variable[]) {
    this.#variables = variables;
    this.#moments = variables.map(({ size }) => ({
      first: new Float32Array(size),
      second: new Float32Array(size),
    }));
  }

  /** @param gradients by the variables' names, as `tf.variableGrads` gives them */
  step(gradients: tf.NamedTensorMap, learningRate: number): void {
    this.#steps++;
    const rate =
      (learningRate * Math.sqrt(1 - secondDecay ** this.#steps)) / (1 - firstDecay ** this.#steps);
    for (const [index, variable] of this.#variables.entries()) {
      const values = variable.dataSync<'float32'>();
      const gradient = gradients[variable.name].dataSync<'float32'>();
      update(values, gradient, this.#moments[index], rate);
      tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)));
    }
  }
}

interface Moments {
  first: Float32Array;
  second: Float32Array;
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
