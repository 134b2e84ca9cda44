/** What a layer does to each value at its end; `softmax` goes over the channels. */
export const activations = [
  'none',
  'relu',
  'relu6',
  'leaky-relu',
  'elu',
  'selu',
  'gelu',
  'silu',
  'sigmoid',
  'tanh',
  'softplus',
  'softmax',
] as const;
export type Activation = (typeof activations)[number];

/** Keras's own: of `slope * x` below zero, and of `slope * (exp(x) - 1)`. */
export const slopes = { 'leaky-relu': 0.2, elu: 1 } as const;

/** One figure for both directions, or height and width. */
export type Sides = number | readonly [height: number, width: number];

export type Padding = 'valid' | 'same';

/** How the window of a convolution or a pool moves over an image. */
interface Movement {
  /** How far at a time; 1 for convolutions and the window's own size for pools where it is left out. */
  strides?: Sides;
  /** `same` pads until strides of 1 keep the size, as in TensorFlow; `valid` where it is left out. */
  padding?: Padding;
}

/** One layer of a network, in the order that an image passes through them. Names are unique. */
export type Layer =
  | ({
      kind: 'conv';
      name: string;
      filters: number;
      kernel: Sides;
      activation: Activation;
      /** `none` where the layer has no bias. */
      bias?: 'none';
    } & Movement)
  | ({ kind: 'max-pool'; name: string; size: Sides } & Movement)
  | ({ kind: 'average-pool'; name: string; size: Sides } & Movement)
  | { kind: 'global-average-pool'; name: string }
  | { kind: 'global-max-pool'; name: string }
  | {
      kind: 'batch-norm';
      name: string;
      /** Those of `batchNormalisation` where they are left out. */
      epsilon?: number;
      momentum?: number;
    }
  | { kind: 'flatten'; name: string }
  | { kind: 'dropout'; name: string; rate: number }
  | { kind: 'dense'; name: string; units: number; activation: Activation; bias?: 'none' }
  | {
      kind: 'activation';
      name: string;
      activation: Activation;
      /** Of `leaky-relu` and `elu`, 0 or more; that of `slopes` where it is left out. */
      slope?: number;
    }
  | {
      kind: 'rescale';
      name: string;
      /** `value * scale + offset`. */
      scale: number;
      offset: number;
    }
  | {
      kind: 'reshape';
      name: string;
      /** Of one image, without the batch. */
      shape: readonly number[];
    }
  | {
      kind: 'zero-pad';
      name: string;
      /** Rows and columns of zeros: above, below, left and right. */
      padding: readonly [top: number, bottom: number, left: number, right: number];
    };

export type LayerOf<Kind extends Layer['kind']> = Extract<Layer, { kind: Kind }>;

export interface Network {
  name: string;
  /** Height, width and channels of one image: a square of any size, in grey. */
  input: readonly [number, number, number];
  /** What the network is given of a pixel 0..255 of light on dark: `pixel * scale + offset`; 1/255 and 0 where left out. */
  pixels?: { scale: number; offset: number };
  /** The last one makes ten values of which a softmax makes the probabilities of 0 to 9; its own softmax is that one. */
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
 * @param momentum the layer's own, that of late steps
 */
export function averageMomentum(
  step: number,
  momentum: number = batchNormalisation.momentum,
): number {
  return Math.min(momentum, step / (9 + step));
}
