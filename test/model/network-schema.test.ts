import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem.js';
import { digitNetwork, type Layer, type Network } from '../../src/model/network.js';
import { networkLimits, networkSchema, parseNetwork } from '../../src/model/network-schema.js';

const digits: Layer = { kind: 'dense', name: 'digits', units: 10, activation: 'softmax' };
const flatten: Layer = { kind: 'flatten', name: 'flatten' };

function ending(...layers: Layer[]): Network {
  return { name: 'n', input: [28, 28, 1], layers: [...layers, flatten, digits] };
}

/** One of each kind, with all that can be said of it. */
const allKinds = ending(
  { kind: 'zero-pad', name: 'pad', padding: [1, 0, 2, 3] },
  { kind: 'rescale', name: 'rescale', scale: 2, offset: -1 },
  {
    kind: 'conv',
    name: 'conv',
    filters: 4,
    kernel: [3, 5],
    strides: [2, 1],
    padding: 'same',
    activation: 'gelu',
    bias: 'none',
  },
  { kind: 'max-pool', name: 'max', size: 3, strides: 2, padding: 'same' },
  { kind: 'average-pool', name: 'average', size: [1, 2] },
  { kind: 'batch-norm', name: 'norm', epsilon: 1e-5, momentum: 0.9 },
  { kind: 'activation', name: 'leaky', activation: 'leaky-relu', slope: 0.1 },
  { kind: 'dropout', name: 'dropout', rate: 0.5 },
  { kind: 'global-average-pool', name: 'global' },
  { kind: 'reshape', name: 'reshape', shape: [2, 2, 1] },
  { kind: 'global-max-pool', name: 'largest' },
);

describe('a network.json', () => {
  it.each([digitNetwork, allKinds])('gives $name back as it was written', (network) => {
    expect(parseNetwork(JSON.parse(JSON.stringify(network)), 'network.json')).toEqual(network);
  });

  it('is a part of other forms too', () => {
    expect(networkSchema.safeParse(allKinds).data).toEqual(allKinds);
    expect(networkSchema.safeParse({ ...allKinds, input: [28, 28] }).success).toBe(false);
  });

  const [first, ...rest] = digitNetwork.layers;
  it.each<[string, unknown, RegExp]>([
    ['no object', 'network', /expected object/],
    ['no layers', { ...digitNetwork, layers: [] }, /layers: .*>=1/],
    ['another input than a square', { ...ending(), input: [28, 32, 1] }, /28x32, which are no squ/],
    ['coloured images', { ...ending(), input: [28, 28, 3] }, /input\.2: .*expected 1/],
    ['an unknown kind', ending({ kind: 'attention', name: 'a' } as never), /layers\.0\.kind/],
    [
      'an unknown activation',
      ending({ ...digits, activation: 'mish' } as never),
      /layers\.0\.acti/,
    ],
    ['an unknown field', ending({ ...first, dilation: 2 } as never), /layers\.0: .*dilation/],
    ['two layers of a name', { ...digitNetwork, layers: [first, first, ...rest] }, /two .* conv1/],
    ['a name with a line feed', ending({ ...flatten, name: 'a\nb' }), /a name is of letters/],
    ['half a filter', ending({ ...first, filters: 1.5 } as Layer), /layers\.0\.filters/],
    ['a dropout of everything', ending({ kind: 'dropout', name: 'd', rate: 1 }), /layers\.0\.rate/],
    [
      'a figure that is none',
      ending({ kind: 'rescale', name: 'r', scale: NaN, offset: 0 }),
      /scale/,
    ],
    [
      'a window larger than the image',
      ending({ kind: 'max-pool', name: 'pool', size: 29 }),
      /layer pool cannot take an input of 28x28x1/,
    ],
    [
      'a convolution of a row',
      { ...digitNetwork, layers: [flatten, first, digits] },
      /layer conv1 cannot take an input of 784/,
    ],
    [
      'a shape of another size',
      ending({ kind: 'reshape', name: 'r', shape: [28, 27] }),
      /layer r cannot take/,
    ],
    ['another end', { ...digitNetwork, layers: digitNetwork.layers.slice(0, 12) }, /ends in 128,/],
    [
      'too many layers',
      ending(
        ...Array.from(
          { length: networkLimits.layers },
          (_, place): Layer => ({ kind: 'dropout', name: `d${place}`, rate: 0 }),
        ),
      ),
      /layers: Too big/,
    ],
    [
      'no weights',
      {
        ...ending(),
        layers: [{ kind: 'average-pool', name: 'pool', size: [14, 5] }, flatten],
      },
      /it has no weights/,
    ],
    [
      'too many values',
      ending({ kind: 'zero-pad', name: 'p', padding: [512, 512, 512, 512] }),
      /layer p makes more/,
    ],
    [
      'too many parameters',
      ending(
        { ...flatten, name: 'first' },
        { ...digits, name: 'a', units: 16_384 },
        { ...digits, name: 'b', units: 4_000 },
      ),
      /more than 50000000 parameters/,
    ],
  ])('is refused where it has %s', (_, network, message) => {
    const parse = () => parseNetwork(network, 'network.json');
    expect(parse).toThrow(Problem);
    expect(parse).toThrow(message);
  });
});
