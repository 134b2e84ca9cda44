import type { Metrics } from '../core/run/event.js';
import type { Network } from '../model/network.js';
import type { OptimiserState } from '../model/optimiser-state.js';
import type { Weights } from '../model/weights.js';

export type { OptimiserState };

export type EngineKind = 'native' | 'portable';

/**
 * The label of an image that shows no digit. It is trained towards equal probabilities of all
 * (Hendrycks, Mazeika and Dietterich, "Deep Anomaly Detection with Outlier Exposure", 2019).
 */
export const noDigit = 255;

/**
 * Images and their labels, n of each: pixels 0..255 light on dark, 784 an image, row by row; labels
 * are digits or `noDigit`.
 */
export interface Batch {
  images: Uint8Array;
  labels: Uint8Array;
}

/**
 * What runs the network. Two classes of object come from it, each with weights of its own.
 * Images go in as 28x28 bytes, whatever the network takes: an engine makes its size and its scale
 * of them.
 */
export interface Engine {
  readonly kind: EngineKind;
  /** Version of what does the arithmetic, for people: `TensorFlow 2.15.1`. */
  readonly version: string;
  createClassifier(network: Network, weights: Weights): Promise<Classifier>;
  createTrainer(network: Network, weights: Weights, options: TrainerOptions): Promise<Trainer>;
}

export interface Classifier {
  /**
   * @param images n × 784 bytes
   * @returns n × 10 probabilities
   */
  classify(images: Uint8Array): Promise<Float32Array>;
  /**
   * What each convolution makes of one image, after its activation and before any pool, in order.
   *
   * @param image 784 bytes
   */
  convolutions(image: Uint8Array): Promise<ConvolutionOutput[]>;
  dispose(): void;
}

export interface ConvolutionOutput {
  /** The layer's name. */
  name: string;
  /** Height, width and channels. */
  shape: readonly [number, number, number];
  /** height × width × channels, as the layer's activation makes them: 0 and above of ReLU. */
  values: Float32Array;
}

export interface TrainerOptions {
  /** Fixes the dropout masks: the same seed and batches give the same weights on one machine. */
  seed: number;
  /**
   * Kernels lose this share of themselves, times the learning rate, in each step, beside what the
   * gradient does (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019); 0 is none.
   */
  weightDecay?: number;
  /**
   * How much a sample of each digit counts in the loss, ten figures of which those of all samples
   * have a mean of 1; what shows no digit counts 1. The metrics of a step stay unweighted.
   */
  classWeights?: readonly number[];
}

/**
 * Weights under training: cross-entropy by Adam (0.9, 0.999, 1e-7).
 * Calls are made one after another, never two at once.
 *
 * A new trainer of the same seed that is given the weights and the optimiser's state of this one
 * makes the next step as this one would: what differs from step to step comes of the steps made.
 */
export interface Trainer {
  /**
   * One step of training. The metrics are of this batch's digits, before its update, with dropout;
   * 0 where it has none.
   */
  step(batch: Batch, learningRate: number): Promise<Metrics>;
  /** n × 10 probabilities by the weights as they are now, without dropout. */
  classify(images: Uint8Array): Promise<Float32Array>;
  readWeights(): Promise<Weights>;
  /** Adam goes on from the moments that it has. @throws Problem where they are not the network's */
  writeWeights(weights: Weights): Promise<void>;
  readOptimiser(): Promise<OptimiserState>;
  /** @throws Problem where the state is not the network's */
  writeOptimiser(state: OptimiserState): Promise<void>;
  dispose(): void;
}
