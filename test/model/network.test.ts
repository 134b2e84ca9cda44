import { describe, expect, it } from 'vitest';
import { shapeAfter } from '../../src/model/layer-shape.js';
import { digitNetwork } from '../../src/model/network.js';
import { countParameters, parametersOf, sizeOf, summarise } from '../../src/model/parameters.js';
import { initialWeights } from '../../src/model/weights.js';

describe('the network', () => {
  it('has 242,954 parameters, 704 of them moving averages', () => {
    expect(countParameters(digitNetwork)).toEqual({ total: 242_954, trainable: 242_250 });
  });

  it('makes of a 28x28 image, layer by layer, ten probabilities', () => {
    const shapes = summarise(digitNetwork).map(({ layer, output }) => [
      layer.name,
      output.join('x'),
    ]);
    expect(shapes).toEqual([
      ['conv1', '26x26x32'],
      ['pool1', '13x13x32'],
      ['norm1', '13x13x32'],
      ['conv2', '11x11x64'],
      ['pool2', '5x5x64'],
      ['norm2', '5x5x64'],
      ['conv3', '3x3x128'],
      ['norm3', '3x3x128'],
      ['flatten', '1152'],
      ['dropout1', '1152'],
      ['dense1', '128'],
      ['norm4', '128'],
      ['dropout2', '128'],
      ['digits', '10'],
    ]);
  });
});

describe('fresh weights', () => {
  const weights = initialWeights(digitNetwork, 42);

  it('have the shape of every parameter', () => {
    for (const { name, shape } of parametersOf(digitNetwork)) {
      expect(weights.get(name)).toHaveLength(sizeOf(shape));
    }
  });

  it('are the same for the same seed and others for another', () => {
    expect(initialWeights(digitNetwork, 42)).toEqual(weights);
    expect(initialWeights(digitNetwork, 43)).not.toEqual(weights);
  });

  it('have glorot uniform kernels', () => {
    const kernel = weights.get('dense1/kernel') ?? new Float32Array();
    const limit = Math.sqrt(6 / (1152 + 128));
    const largest = kernel.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(limit * 0.99);
  });
});

describe('windows', () => {
  // TensorFlow's: ceil((side - size + 1) / stride) where valid, ceil(side / stride) where same.
  it.each([
    [{ size: 3 }, [9, 9]],
    [{ size: 3, strides: 2 }, [13, 13]],
    [{ size: 3, strides: 2, padding: 'same' }, [14, 14]],
    [{ size: [5, 2], strides: [3, 1] }, [8, 27]],
    [{ size: [5, 2], strides: [3, 1], padding: 'same' }, [10, 28]],
  ] as const)('of a pool %o make %j of 28x28', (window, [height, width]) => {
    const pool = { kind: 'max-pool', name: 'pool', ...window } as const;
    expect(shapeAfter(pool, [28, 28, 3])).toEqual([height, width, 3]);
  });

  it('of a convolution move by one where nothing is said', () => {
    const conv = { kind: 'conv', name: 'conv', filters: 5, activation: 'relu' } as const;
    expect(shapeAfter({ ...conv, kernel: [3, 4] }, [28, 28, 1])).toEqual([26, 25, 5]);
    expect(shapeAfter({ ...conv, kernel: 3, padding: 'same' }, [28, 28, 1])).toEqual([28, 28, 5]);
  });
});

describe('parameters', () => {
  const conv = { kind: 'conv', name: 'c', filters: 4, kernel: [3, 5], activation: 'none' } as const;
  const dense = { kind: 'dense', name: 'd', units: 10, activation: 'softmax' } as const;

  it('are a kernel alone where a layer has no bias', () => {
    const layers = [
      { ...conv, bias: 'none' },
      { ...dense, bias: 'none' },
    ] as const;
    expect(
      parametersOf({ name: 'n', input: [8, 8, 1], layers }).map(({ name, shape }) => [name, shape]),
    ).toEqual([
      ['c/kernel', [3, 5, 1, 4]],
      ['d/kernel', [4, 10]],
    ]);
  });
});
