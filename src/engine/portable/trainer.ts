import { setImmediate } from 'node:timers/promises';
import * as tf from '@tensorflow/tfjs-core';
import type { Metrics } from '../../core/run/event.js';
import type { Network } from '../../model/network.js';
import { parametersOf } from '../../model/parameters.js';
import type { Weights } from '../../model/weights.js';
import {
  type Batch,
  noDigit,
  type OptimiserState,
  type Trainer,
  type TrainerOptions,
} from '../engine.js';
import { sampleWeights } from '../sample-weights.js';
import { Adam } from './adam.js';
import { classify } from './classify.js';
import { forward } from './forward.js';
import { imageTensor } from './images.js';
import type { Mode } from './mode.js';
import { trainingMode } from './training-mode.js';
import { Variables } from './variables.js';

export class PortableTrainer implements Trainer {
  readonly #network: Network;
  readonly #variables: Variables;
  readonly #mode: (step: number) => Mode;
  readonly #adam: Adam;
  readonly #kernels: tf.Variable[];
  readonly #weightDecay: number;
  readonly #classWeights: readonly number[] | undefined;

  constructor(
    network: Network,
    weights: Weights,
    { seed, weightDecay = 0, classWeights }: TrainerOptions,
  ) {
    this.#network = network;
    this.#variables = new Variables(network, weights);
    this.#mode = trainingMode(seed);
    this.#adam = new Adam(this.#variables.trainable());
    this.#kernels = parametersOf(network)
      .filter(({ role }) => role === 'kernel')
      .map(({ name }) => this.#variables.get(name));
    this.#weightDecay = weightDecay;
    this.#classWeights = classWeights;
  }

  async step(batch: Batch, learningRate: number): Promise<Metrics> {
    // The arithmetic holds this thread: between steps everything else has its turn.
    await setImmediate();
    const mode = this.#mode(this.#adam.steps + 1);
    return tf.tidy(() => {
      const metrics: Metrics = { loss: Number.NaN, accuracy: Number.NaN };
      const { grads } = tf.variableGrads(() => {
        const logits = forward(
          this.#network,
          this.#variables,
          imageTensor(this.#network, batch.images),
          mode,
        );
        const losses = crossEntropies(logits, batch.labels);
        Object.assign(metrics, metricsOf(logits, losses, batch.labels));
        return tf.mean(this.#weighted(losses, batch.labels)) as tf.Scalar;
      }, [...this.#variables.trainable().values()]);
      this.#shrinkKernels(learningRate);
      this.#adam.step(grads, learningRate);
      return metrics;
    });
  }

  #weighted(losses: tf.Tensor1D, labels: Uint8Array): tf.Tensor {
    if (!this.#classWeights) return losses;
    return tf.mul(losses, tf.tensor1d(sampleWeights(labels, this.#classWeights)));
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

  async readOptimiser(): Promise<OptimiserState> {
    return this.#adam.read();
  }

  async writeOptimiser(state: OptimiserState): Promise<void> {
    this.#adam.write(state);
  }

  dispose(): void {
    this.#variables.dispose();
  }
}

/** Cross-entropy of each row, [n]: what shows no digit should make all probabilities the same. */
function crossEntropies(logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor1D {
  const classes = logits.shape[1];
  // A label that is no class makes a row of zeros.
  const digits = tf.oneHot(tf.tensor1d(labels, 'int32'), classes);
  const others = Float32Array.from(labels, (label) => (label === noDigit ? 1 / classes : 0));
  const targets = tf.add(digits, tf.tensor2d(others, [labels.length, 1]));
  return tf.losses.softmaxCrossEntropy(
    targets,
    logits,
    undefined,
    undefined,
    tf.Reduction.NONE,
  ) as tf.Tensor1D;
}

/** Of the digits alone. */
function metricsOf(logits: tf.Tensor2D, losses: tf.Tensor1D, labels: Uint8Array): Metrics {
  const answers = tf.argMax(logits, 1).dataSync();
  const each = losses.dataSync();
  let [count, loss, right] = [0, 0, 0];
  for (const [index, label] of labels.entries()) {
    if (label === noDigit) continue;
    count++;
    loss += each[index];
    if (label === answers[index]) right++;
  }
  return count > 0 ? { loss: loss / count, accuracy: right / count } : { loss: 0, accuracy: 0 };
}
