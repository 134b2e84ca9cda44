import type { Activation, Layer } from './network.js';
import { type Pair, type WindowLayer, windowOf } from './windows.js';

/** A layer as people call it, what tells it apart first: `convolution 3x3, relu`. */
export function layerWords(layer: Layer): string {
  switch (layer.kind) {
    case 'conv':
      return listed(`convolution ${sizeWords(layer)}`, layer.activation, ...movement(layer));
    case 'max-pool':
      return listed(`max pooling ${sizeWords(layer)}`, 'none', ...movement(layer));
    case 'average-pool':
      return listed(`average pooling ${sizeWords(layer)}`, 'none', ...movement(layer));
    case 'global-average-pool':
      return 'average of all pixels';
    case 'global-max-pool':
      return 'largest of all pixels';
    case 'batch-norm':
      return 'batch normalisation';
    case 'flatten':
      return 'flatten';
    case 'dropout':
      return `dropout ${layer.rate}`;
    case 'dense':
      return listed('dense', layer.activation);
    case 'activation':
      return activationWords(layer.activation);
    case 'rescale':
      return `scale by ${rounded(layer.scale)}, add ${rounded(layer.offset)}`;
    case 'reshape':
      return `reshape to ${layer.shape.join('x')}`;
    case 'zero-pad':
      return `zeros around, ${layer.padding.join(' ')}`;
  }
}

function listed(what: string, activation: Activation, ...details: string[]): string {
  const after = activation === 'none' ? [] : [activationWords(activation)];
  return [what, ...after, ...details].join(', ');
}

/** What is not so by itself: a convolution moves by 1, a pool by its own size, both without padding. */
function movement(layer: WindowLayer): string[] {
  const { size, strides, padding } = windowOf(layer);
  const usual = layer.kind === 'conv' ? ([1, 1] as const) : size;
  return [
    ...(strides.join() === usual.join() ? [] : [`strides ${stridesWords(strides)}`]),
    ...(padding === 'same' ? ['same padding'] : []),
  ];
}

function sizeWords(layer: WindowLayer): string {
  return windowOf(layer).size.join('x');
}

function stridesWords([down, right]: Pair): string {
  return down === right ? `${down}` : `${down}x${right}`;
}

function activationWords(activation: Activation): string {
  return activation === 'none' ? 'no activation' : activation.replace('-', ' ');
}

function rounded(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}
