import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network.js';
import { parametersOf } from '../../model/parameters.js';
import type { Weights } from '../../model/weights.js';
import { valuesOf } from '../weight-values.js';

/** Weights of a network as tensors that can change, by the names of `parametersOf`. */
export class Variables {
  readonly #variables: ReadonlyMap<string, tf.Variable>;

  constructor(network: Network, weights: Weights) {
    this.#variables = new Map(
      parametersOf(network).map((parameter) => [
        parameter.name,
        tf.tidy(() => {
          const values = tf.tensor(valuesOf(weights, parameter), [...parameter.shape]);
          return tf.variable(values, parameter.trainable);
        }),
      ]),
    );
  }

  get<Kind extends tf.Tensor = tf.Tensor>(name: string): tf.Variable & Kind {
    const variable = this.#variables.get(name);
    if (!variable) throw new Error(`the network has no ${name}`);
    return variable as tf.Variable & Kind;
  }

  /** Those that a gradient moves, by their names. */
  trainable(): Map<string, tf.Variable> {
    return new Map([...this.#variables].filter(([, variable]) => variable.trainable));
  }

  read(): Weights {
    return new Map(
      [...this.#variables].map(([name, variable]) => [name, variable.dataSync<'float32'>()]),
    );
  }

  /** @throws Problem where the weights are not the network's, before anything is changed */
  write(weights: Weights): void {
    const given = [...this.#variables].map(([name, variable]) => {
      return { variable, values: valuesOf(weights, { name, shape: variable.shape }) };
    });
    tf.tidy(() => {
      for (const { variable, values } of given) {
        variable.assign(tf.tensor(values, variable.shape));
      }
    });
  }

  dispose(): void {
    for (const variable of this.#variables.values()) variable.dispose();
  }
}
