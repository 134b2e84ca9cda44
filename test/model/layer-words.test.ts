import { expect, it } from 'vitest';
import { layerWords } from '../../src/model/layer-words.js';
import { digitNetwork, type Layer } from '../../src/model/network.js';

it.each<[Layer, string]>([
  [digitNetwork.layers[0], 'convolution 3x3, relu'],
  [
    {
      kind: 'conv',
      name: 'c',
      filters: 1,
      kernel: [3, 5],
      strides: 2,
      padding: 'same',
      activation: 'none',
    },
    'convolution 3x5, strides 2, same padding',
  ],
  [digitNetwork.layers[1], 'max pooling 2x2'],
  [{ kind: 'max-pool', name: 'm', size: 3, strides: [2, 1] }, 'max pooling 3x3, strides 2x1'],
  [{ kind: 'average-pool', name: 'a', size: 2, strides: [2, 2] }, 'average pooling 2x2'],
  [{ kind: 'global-average-pool', name: 'g' }, 'average of all pixels'],
  [{ kind: 'global-max-pool', name: 'g' }, 'largest of all pixels'],
  [{ kind: 'dense', name: 'd', units: 3, activation: 'none' }, 'dense'],
  [{ kind: 'dense', name: 'd', units: 3, activation: 'leaky-relu' }, 'dense, leaky relu'],
  [{ kind: 'activation', name: 'a', activation: 'silu' }, 'silu'],
  [{ kind: 'rescale', name: 'r', scale: 1 / 127.5, offset: -1 }, 'scale by 0.007843, add -1'],
  [{ kind: 'reshape', name: 'r', shape: [7, 7, 16] }, 'reshape to 7x7x16'],
  [{ kind: 'zero-pad', name: 'z', padding: [2, 2, 1, 1] }, 'zeros around, 2 2 1 1'],
])('%o is called %s', (layer, words) => {
  expect(layerWords(layer)).toBe(words);
});
