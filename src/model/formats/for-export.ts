import type { Layer, Network } from '../network.js';
import type { Weights } from '../weights.js';
import type { ExportedModel } from './exported-model.js';

/** Names of layers that are added; no two layers have one name. */
const added = { pixels: 'digitscope_pixels', temperature: 'digitscope_temperature' };

/**
 * The network and weights as they are written: with the temperature in them, so that probabilities
 * are those that are seen here, and with the scaling of bytes in front where the model takes bytes.
 */
export function forExport(model: ExportedModel): { network: Network; weights: Weights } {
  const calibrated = withTemperature(model);
  const { pixels = { scale: 1 / 255, offset: 0 }, ...network } = calibrated.network;
  if (model.takes !== 'bytes') return { network, weights: calibrated.weights };
  const first: Layer = { kind: 'rescale', name: added.pixels, ...pixels };
  const layers = [first, ...network.layers];
  return { network: { ...network, layers }, weights: calibrated.weights };
}

function withTemperature({ network, weights, temperature = 1 }: ExportedModel) {
  if (temperature === 1) return { network, weights };
  const last = network.layers[network.layers.length - 1];
  if (last.kind === 'dense' && ['none', 'softmax'].includes(last.activation)) {
    return { network, weights: divided(weights, last.name, temperature) };
  }
  // What comes before the softmax has no weights of its own to put it into.
  const division: Layer = {
    kind: 'rescale',
    name: added.temperature,
    scale: 1 / temperature,
    offset: 0,
  };
  const before = network.layers.slice(0, -1);
  const isSoftmax = last.kind === 'activation' && last.activation === 'softmax';
  const layers = isSoftmax ? [...before, division, last] : [...network.layers, division];
  return { network: { ...network, layers }, weights };
}

/** Weights of one layer divided, so that what it makes is. */
function divided(weights: Weights, layer: string, by: number): Weights {
  return new Map(
    [...weights].map(([name, values]) => {
      const isOfLayer = name === `${layer}/kernel` || name === `${layer}/bias`;
      return [name, isOfLayer ? values.map((value) => value / by) : values];
    }),
  );
}
