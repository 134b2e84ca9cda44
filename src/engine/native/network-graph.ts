import { logitLayers } from '../../model/logits.js';
import type { Layer, LayerOf, Network } from '../../model/network.js';
import { keepsOrder } from './activate.js';
import {
  applyLayer,
  convolve,
  type Mode,
  type ParameterValues,
  type Statistic,
} from './apply-layer.js';
import { add, cast, divide, multiply } from './graph/arithmetic.js';
import type { Graph, Value } from './graph/graph.js';
import { float32, placeholder } from './graph/sources.js';

export interface ForwardPass {
  /** [n, classes], before the softmax. */
  logits: Value;
  /** In training, by the names of the moving averages. */
  statistics: ReadonlyMap<string, Statistic>;
}

/** Images fed under the name `images`, uint8 [n, h, w, c], as the network takes them. */
export function imagesInput(graph: Graph, { input, pixels }: Network): Value {
  const bytes = cast(placeholder(graph, 'images', 'uint8', [-1, ...input]), 'float32');
  if (!pixels) return divide(bytes, float32(graph, 255));
  return add(multiply(bytes, float32(graph, pixels.scale)), float32(graph, pixels.offset));
}

/** Writes the network's layers into the graph of the images. */
export function forward(
  network: Network,
  images: Value,
  parameters: ParameterValues,
  mode: Mode,
): ForwardPass {
  const statistics = new Map<string, Statistic>();
  const pass = { parameters, mode, statistics };
  const layers = logitLayers(network);
  const logits = layers.reduce((x, layer, place) => {
    if (pooledFirst(layers[place - 1], layer)) return x;
    if (layer.kind !== 'conv') return applyLayer(layer, x, pass);
    return convolve(x, layer, pooledFirst(layer, layers[place + 1]), pass);
  }, images);
  return { logits, statistics };
}

/** The second layer where it is a pool that can be done within a convolution before it. */
function pooledFirst(
  first: Layer | undefined,
  second: Layer | undefined,
): LayerOf<'max-pool'> | undefined {
  if (first?.kind !== 'conv' || !keepsOrder(first.activation)) return undefined;
  return second?.kind === 'max-pool' ? second : undefined;
}
