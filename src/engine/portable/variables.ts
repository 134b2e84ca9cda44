import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network.js';
import { parametersOf } from '../../model/parameters.js';
import type { Weights } from '../../model/weights.js';

/** Weights of a network as tensors that can change, by the names of `parametersOf`. */
export class Variables {
  readonly #variables: ReadonlyMap<string, tf.Variable>;

  constructor(network: Network, weights: Weights) {
    this.#variables = new Map(
      parametersOf(network).map(({ name, shape, trainable }) => [
        name,
        tf.tidy(() => tf.variable(tf.tensor(valuesOf(weights, name), [...shape]), trainable)),
      ]),
    );
  }

  get<Kind extends tf.Tensor = tf.Tensor>(name: string): tf.Variable & Kind {
    const variable = this.#variables.get(name);
    if (!variable) throw new Error(`the network has no ${name}`);
    return variable as tf.Variable & Kind;
  }

  /** Those that a gradient moves. */
  trainable(): tf.Variable[] {
    return [...this.#variables.values()].filter((variable) => variable.trainable);
  }

  read(): Weights {
    return new Map(
      [...this.#variables].map(([name, variable]) => [name, variable.dataSync<'float32'>()]),
    );
  }

  write(weights: Weights): void {
    tf.tidy(() => {
      for (const [name, variable] of this.#variables) {
        variable.assign(tf.tensor(valuesOf(weights, name), variable.shape));
      }
    });
  }

  dispose(): void {
    for (const variable of this.#variables.values()) variable.dispose();
  }
}

function valuesOf(weights: Weights, name: string): Float32Array {
  const values = weights.get(name);
  if (!values) throw new Error(`weights lack ${name}`);
  return values;
}
