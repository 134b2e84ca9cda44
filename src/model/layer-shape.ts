import { Problem } from '../core/problem.js';
import type { Layer } from './network.js';
import { type WindowLayer, windowedSides, windowOf } from './windows.js';

/**
 * @param input shape of what one image is before the layer, without the batch
 * @returns shape after it
 * @throws Problem where the layer cannot take such an input
 */
export function shapeAfter(layer: Layer, input: readonly number[]): readonly number[] {
  switch (layer.kind) {
    case 'conv':
      return [...windowed(layer, input), layer.filters];
    case 'max-pool':
    case 'average-pool':
      return [...windowed(layer, input), input[2]];
    case 'global-average-pool':
    case 'global-max-pool':
      return [imageSides(layer, input)[2]];
    case 'zero-pad': {
      const [height, width, channels] = imageSides(layer, input);
      const [top, bottom, left, right] = layer.padding;
      return [height + top + bottom, width + left + right, channels];
    }
    case 'reshape':
      if (sizeOf(layer.shape) !== sizeOf(input)) throw misfit(layer, input);
      return layer.shape;
    case 'flatten':
      return [sizeOf(input)];
    case 'dense':
      return [...input.slice(0, -1), layer.units];
    case 'batch-norm':
    case 'dropout':
    case 'activation':
    case 'rescale':
      return input;
  }
}

/** Values in one tensor. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

function windowed(layer: WindowLayer, input: readonly number[]) {
  const sides = windowedSides(imageSides(layer, input), windowOf(layer));
  if (Math.min(...sides) < 1) throw misfit(layer, input);
  return sides;
}

function imageSides(layer: Layer, input: readonly number[]): readonly number[] {
  if (input.length !== 3) throw misfit(layer, input);
  return input;
}

function misfit({ name }: Layer, input: readonly number[]): Problem {
  return new Problem(`layer ${name} cannot take an input of ${input.join('x')}`, {
    remedy: 'see that its sizes fit what the layer before it makes',
  });
}
