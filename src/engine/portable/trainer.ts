import { setImmediate } from 'node:timers/promises';
import * as tf from '@tensorflow/tfjs-core';
import type { Metrics } from '../../core/run/event.js';
import type { Network } from '../../model/network.js';
import { parametersOf } from '../../model/parameters.js';
import type { Weights } from '../../model/weights.js';
import type { Batch, Trainer, TrainerOptions } from '../engine.js';
import { Adam } from './adam.js';
import { classify } from './classify.js';
import { forward, type Mode } from './forward.js';
import { imageTensor } from './images.js';
import { trainingMode } from './training-mode.js';
import { Variables } from './variables.js';

export class PortableTrainer implements Trainer {
  readonly #network: Network;
  readonly #variables: Variables;
  readonly #mode: (step: number) => Mode;
  readonly #adam: Adam;
  readonly #kernels: tf.Variable[];
  readonly #weightDecay: number;
  #steps = 0;

  constructor(network: Network, weights: Weights, { seed, weightDecay = 0 }: TrainerOptions) {
    this.#network = network;
    this.#variables = new Variables(network, weights);
    this.#mode = trainingMode(seed);
    this.#adam = new Adam(this.#variables.trainable());
    this.#kernels = parametersOf(network)
      .filter(({ role }) => role === 'kernel')
      .map(({ name }) => this.#variables.get(name));
    this.#weightDecay = weightDecay;
  }

  async step(batch: Batch, learningRate: number): Promise<Metrics> {
    // The arithmetic holds this thread: between steps everything else has its turn.
    await setImmediate();
    const mode = this.#mode(++this.#steps);
    return tf.tidy(() => {
      let accuracy = Number.NaN;
      const { value, grads } = tf.variableGrads(() => {
        const logits = forward(
          this.#network,
          this.#variables,
          imageTensor(this.#network, batch.images),
          mode,
        );
        accuracy = shareRight(logits, batch.labels);
        return crossEntropy(logits, batch.labels);
      }, this.#variables.trainable());
      this.#shrinkKernels(learningRate);
      this.#adam.step(grads, learningRate);
      return { loss: value.dataSync()[0], accuracy };
    });
  }

  #shrinkKernels(learningRate: number): void {
    if (this.#weightDecay === 0) return;
    const kept = 1 - learningRate * this.#weightDecay;
    for (const kernel of this.#kernels) kernel.assign(tf.mul(kernel, kept));
  }

  classify(images: Uint8Array): Promise<Float32Array> {
    return classify(this.#network, this.#variables, images);
  }

  async readWeights(): Promise<Weights> {
    return this.#variables.read();
  }

  async writeWeights(weights: Weights): Promise<void> {
    this.#variables.write(weights);
  }

  dispose(): void {
    this.#variables.dispose();
  }
}

function crossEntropy(logits: tf.Tensor2D, labels: Uint8Array): tf.Scalar {
  const targets = tf.oneHot(tf.tensor1d(labels, 'int32'), logits.shape[1]);
  return tf.losses.softmaxCrossEntropy(targets, logits);
}

function shareRight(logits: tf.Tensor2D, labels: Uint8Array): number {
  const answers = tf.argMax(logits, 1).dataSync();
  const right = labels.filter((label, index) => label === answers[index]).length;
  return right / labels.length;
}
