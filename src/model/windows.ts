import type { LayerOf, Padding, Sides } from './network.js';

export type Pair = readonly [height: number, width: number];

/** How a convolution or a pool looks at an image, with all that the layer left out. */
export interface Window {
  size: Pair;
  strides: Pair;
  padding: Padding;
}

/** The layers that look at an image through a window. */
export type WindowLayer = LayerOf<'conv' | 'max-pool' | 'average-pool'>;

export function windowOf(layer: WindowLayer): Window {
  const size = pairOf(layer.kind === 'conv' ? layer.kernel : layer.size);
  const strides = layer.strides ?? (layer.kind === 'conv' ? 1 : size);
  return { size, strides: pairOf(strides), padding: layer.padding ?? 'valid' };
}

/**
 * Height and width of what a window makes of an image: TensorFlow's, in the comments of
 * `Conv2D`'s padding. Below 1 where a `valid` window does not fit in.
 */
export function windowedSides([height, width]: readonly number[], window: Window): Pair {
  const { size, strides, padding } = window;
  const along = (side: number, axis: 0 | 1) =>
    padding === 'same'
      ? Math.ceil(side / strides[axis])
      : Math.floor((side - size[axis]) / strides[axis]) + 1;
  return [along(height, 0), along(width, 1)];
}

function pairOf(sides: Sides): Pair {
  return typeof sides === 'number' ? [sides, sides] : sides;
}
