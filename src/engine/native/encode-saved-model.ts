import type { Network } from '../../model/network.js';
import type { Weights } from '../../model/weights.js';
import { softmax } from './graph/activations.js';
import { fetched } from './graph/arithmetic.js';
import { Graph } from './graph/graph.js';
import { toSavedModel } from './graph/saved-model.js';
import { placeholder } from './graph/sources.js';
import { forward } from './network-graph.js';
import { weightConstants } from './weight-constants.js';

/**
 * A model as the content of a `saved_model.pb` that TensorFlow Serving and `tf.saved_model.load` read.
 * Its signature `serving_default` takes `images`, float32 [n, height, width, 1] as the network takes
 * them, and gives `probabilities`, float32 [n, 10]. Weights are constants of the graph, so there are
 * no variables beside it. Nothing is run: the native library need not be there.
 */
export function encodeSavedModel(network: Network, weights: Weights): Uint8Array {
  const graph = new Graph();
  const images = placeholder(graph, 'images', 'float32', [-1, ...network.input]);
  const parameters = weightConstants(graph, network, weights);
  const { logits } = forward(network, images, parameters, { kind: 'inference' });
  const probabilities = fetched('probabilities', softmax(logits), []);
  return toSavedModel(graph, { inputs: { images }, outputs: { probabilities } });
}
