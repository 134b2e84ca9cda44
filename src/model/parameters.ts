import { shapeAfter, sizeOf } from './layer-shape.js';
import type { Layer, Network } from './network.js';
import { windowOf } from './windows.js';

export { sizeOf };

/** One weight tensor of a network. */
export interface Parameter {
  /** Layer and role, such as `conv1/kernel`: unique in the network. */
  name: string;
  layer: string;
  role: 'kernel' | 'bias' | 'gamma' | 'beta' | 'moving-mean' | 'moving-variance';
  /** Kernels of convolutions are [height, width, in, out], of dense layers [in, out]. */
  shape: readonly number[];
  /** False for moving averages, which no gradient touches. */
  trainable: boolean;
}

/** A layer with what it makes of its input. */
export interface LayerSummary {
  layer: Layer;
  /** Shape of one image's output, without the batch. */
  output: readonly number[];
  parameters: readonly Parameter[];
}

/**
 * Walks the layers and works out shapes and parameters.
 *
 * @throws Problem where a layer cannot take what the one before it makes
 */
export function summarise(network: Network): LayerSummary[] {
  let shape: readonly number[] = network.input;
  return network.layers.map((layer) => {
    const summary = {
      layer,
      output: shapeAfter(layer, shape),
      parameters: ownParameters(layer, shape),
    };
    shape = summary.output;
    return summary;
  });
}

/** All weight tensors in the order that they are stored. */
export function parametersOf(network: Network): Parameter[] {
  return summarise(network).flatMap((summary) => summary.parameters);
}

export function countParameters(network: Network): { total: number; trainable: number } {
  const parameters = parametersOf(network);
  const count = (some: Parameter[]) => some.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return {
    total: count(parameters),
    trainable: count(parameters.filter((parameter) => parameter.trainable)),
  };
}

/** The convolutions in order, with the height, width and channels of what they make of one image. */
export function convolutionsOf(
  network: Network,
): { name: string; shape: readonly [number, number, number] }[] {
  return summarise(network).flatMap(({ layer, output: [height, width, channels] }) =>
    layer.kind === 'conv' ? [{ name: layer.name, shape: [height, width, channels] as const }] : [],
  );
}

function ownParameters(layer: Layer, input: readonly number[]): Parameter[] {
  const channels = input[input.length - 1];
  const tensor = (role: Parameter['role'], shape: readonly number[]): Parameter => ({
    name: `${layer.name}/${role}`,
    layer: layer.name,
    role,
    shape,
    trainable: !role.startsWith('moving-'),
  });
  const bias = (outputs: number) =>
    'bias' in layer && layer.bias === 'none' ? [] : [tensor('bias', [outputs])];
  switch (layer.kind) {
    case 'conv': {
      const { size } = windowOf(layer);
      return [tensor('kernel', [...size, channels, layer.filters]), ...bias(layer.filters)];
    }
    case 'dense':
      return [tensor('kernel', [channels, layer.units]), ...bias(layer.units)];
    case 'batch-norm':
      return [
        tensor('gamma', [channels]),
        tensor('beta', [channels]),
        tensor('moving-mean', [channels]),
        tensor('moving-variance', [channels]),
      ];
    default:
      return [];
  }
}
