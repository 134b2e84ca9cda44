import {
  type Activation,
  activations,
  type Layer,
  type LayerOf,
  type Network,
} from '../../src/model/network.js';

const input = [9, 9, 1] as const;
const flatten = { kind: 'flatten', name: 'flatten' } as const;

/** Networks that together have each kind of layer, all that can be said of one, and each activation. */
export const variedNetworks: readonly Network[] = [
  network(
    'strides and padding',
    conv('conv1', { filters: 5, kernel: [3, 2], strides: [1, 2], padding: 'same' }),
    { kind: 'max-pool', name: 'pool', size: [3, 2], strides: [2, 1], padding: 'same' },
    conv('conv2', { filters: 6, kernel: 2, strides: 2, bias: 'none' }),
  ),
  network(
    'pools after convolutions',
    conv('conv1', { filters: 4, kernel: 3, activation: 'tanh' }),
    { kind: 'max-pool', name: 'pool1', size: 2 },
    conv('conv2', { filters: 6, kernel: 2, activation: 'gelu', padding: 'same', bias: 'none' }),
    { kind: 'max-pool', name: 'pool2', size: 2, strides: 1 },
  ),
  network(
    'average pools',
    conv('conv', { filters: 5, kernel: 2, activation: 'none' }),
    { kind: 'average-pool', name: 'pool1', size: [3, 2], strides: [2, 3], padding: 'same' },
    { kind: 'average-pool', name: 'pool2', size: 2 },
  ),
  network('an average of all pixels', conv('conv', { filters: 7, kernel: 3 }), {
    kind: 'global-average-pool',
    name: 'average',
  }),
  network(
    'the largest of all pixels',
    conv('conv', { filters: 7, kernel: 3, activation: 'sigmoid' }),
    { kind: 'global-max-pool', name: 'largest' },
  ),
  network(
    'normalisations of its own',
    { kind: 'batch-norm', name: 'norm1', epsilon: 0.05, momentum: 0.5 },
    conv('conv', { filters: 4, kernel: 3, activation: 'softmax' }),
    { kind: 'batch-norm', name: 'norm2' },
    { kind: 'flatten', name: 'flat' },
    { kind: 'dense', name: 'dense', units: 6, activation: 'elu' },
    { kind: 'batch-norm', name: 'norm3', epsilon: 1e-5 },
  ),
  network(
    'other shapes',
    { kind: 'rescale', name: 'rescale', scale: 2, offset: -1 },
    { kind: 'zero-pad', name: 'pad', padding: [1, 0, 2, 3] },
    conv('conv', { filters: 4, kernel: 3, strides: 2 }),
    { kind: 'rescale', name: 'louder', scale: -1.5, offset: 0.25 },
    { kind: 'zero-pad', name: 'around', padding: [0, 1, 1, 0] },
    { kind: 'dense', name: 'across', units: 3, activation: 'softplus', bias: 'none' },
    { kind: 'reshape', name: 'reshape', shape: [7, 15] },
    { kind: 'dense', name: 'along', units: 4, activation: 'selu' },
    { kind: 'batch-norm', name: 'norm' },
  ),
  {
    ...network('pixels of its own', conv('conv', { filters: 3, kernel: 4 })),
    pixels: { scale: -2 / 255, offset: 1 },
  },
  ...activations
    .filter((activation) => activation !== 'none')
    .map((activation) => activated(activation)),
  activated('leaky-relu', 0.05),
  activated('elu', 0.4),
  {
    name: 'logits at the end',
    input,
    layers: [flatten, { kind: 'dense', name: 'digits', units: 10, activation: 'none' }],
  },
  {
    name: 'a softmax alone at the end',
    input,
    layers: [
      flatten,
      { kind: 'dense', name: 'digits', units: 10, activation: 'none' },
      { kind: 'activation', name: 'softmax', activation: 'softmax' },
    ],
  },
  {
    name: 'another activation at the end',
    input,
    layers: [
      flatten,
      { kind: 'dense', name: 'digits', units: 10, activation: 'sigmoid', bias: 'none' },
    ],
  },
  {
    name: 'a larger input',
    input: [32, 32, 1],
    layers: [
      conv('conv', { filters: 3, kernel: 5, strides: 3 }),
      flatten,
      { kind: 'dense', name: 'digits', units: 10, activation: 'softmax' },
    ],
  },
];

function network(name: string, ...layers: Layer[]): Network {
  const digits = { kind: 'dense', name: 'digits', units: 10, activation: 'softmax' } as const;
  return { name, input, layers: [...layers, flatten, digits] };
}

/** A convolution and a dense layer, so that the activation sees values of both signs. */
function activated(activation: Activation, slope?: number): Network {
  return network(
    slope === undefined ? activation : `${activation} of slope ${slope}`,
    conv('conv', { filters: 4, kernel: 3, activation: 'none' }),
    { kind: 'activation', name: 'own', activation, ...(slope !== undefined && { slope }) },
    { kind: 'flatten', name: 'flat' },
    { kind: 'dense', name: 'dense', units: 8, activation: 'none' },
    { kind: 'activation', name: 'other', activation, ...(slope !== undefined && { slope }) },
  );
}

function conv(
  name: string,
  shape: Pick<LayerOf<'conv'>, 'filters' | 'kernel'> & Partial<LayerOf<'conv'>>,
): Layer {
  return { kind: 'conv', activation: 'relu', ...shape, name };
}
