/** One layer of the network, in the order that an image passes through them. */
export type Layer =
  | { kind: 'conv'; name: string; filters: number; kernel: number; activation: 'relu' }
  | { kind: 'max-pool'; name: string; size: number }
  | { kind: 'batch-norm'; name: string }
  | { kind: 'flatten'; name: string }
  | { kind: 'dropout'; name: string; rate: number }
  | { kind: 'dense'; name: string; units: number; activation: 'relu' | 'softmax' };

export interface Network {
  name: string;
  /** Height, width and channels of one image. */
  input: readonly [number, number, number];
  layers: readonly Layer[];
}

/** The network that Digitscope trains: 242,954 parameters, convolutions without padding. */
export const digitNetwork: Network = {
  name: 'digitscope-cnn',
  input: [28, 28, 1],
  layers: [
    { kind: 'conv', name: 'conv1', filters: 32, kernel: 3, activation: 'relu' },
    { kind: 'max-pool', name: 'pool1', size: 2 },
    { kind: 'batch-norm', name: 'norm1' },
    { kind: 'conv', name: 'conv2', filters: 64, kernel: 3, activation: 'relu' },
    { kind: 'max-pool', name: 'pool2', size: 2 },
    { kind: 'batch-norm', name: 'norm2' },
    { kind: 'conv', name: 'conv3', filters: 128, kernel: 3, activation: 'relu' },
    { kind: 'batch-norm', name: 'norm3' },
    { kind: 'flatten', name: 'flatten' },
    { kind: 'dropout', name: 'dropout1', rate: 0.5 },
    { kind: 'dense', name: 'dense1', units: 128, activation: 'relu' },
    { kind: 'batch-norm', name: 'norm4' },
    { kind: 'dropout', name: 'dropout2', rate: 0.3 },
    { kind: 'dense', name: 'digits', units: 10, activation: 'softmax' },
  ],
};

/** Batch normalisation as in Keras: variance is held above epsilon, averages move by 1 - momentum. */
export const batchNormalisation = { epsilon: 1e-3, momentum: 0.99 } as const;

/**
 * How much of a moving average stays in a step. The averages begin far from the data, and with 0.99
 * from the first step on a short run would still be read through where they began; so the momentum
 * grows to it, as TensorFlow's ExponentialMovingAverage does with `num_updates`.
 *
 * @param step counted from 1
 */
export function averageMomentum(step: number): number {
  return Math.min(batchNormalisation.momentum, step / (9 + step));
}
