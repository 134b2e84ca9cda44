import type { Metrics } from '../core/run/event.js';
import type { Network } from '../model/network.js';
import type { Weights } from '../model/weights.js';

export type EngineKind = 'native' | 'portable';

/** Images and their labels, n of each: pixels 0..255 light on dark, 784 an image, row by row. */
export interface Batch {
  images: Uint8Array;
  labels: Uint8Array;
}

/**
 * What runs the network. Two classes of object come from it, each with weights of its own.
 * Pixels go in as bytes; an engine divides by 255 itself.
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
  /** height × width × channels, 0 and above. */
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
}

/**
 * Weights under training: cross-entropy by Adam (0.9, 0.999, 1e-7).
 * Calls are made one after another, never two at once.
 */
export interface Trainer {
  /** One step of training; the metrics are of this batch, before its update, with dropout. */
  step(batch: Batch, learningRate: number): Promise<Metrics>;
  /** n × 10 probabilities by the weights as they are now, without dropout. */
  classify(images: Uint8Array): Promise<Float32Array>;
  readWeights(): Promise<Weights>;
  writeWeights(weights: Weights): Promise<void>;
  dispose(): void;
}
