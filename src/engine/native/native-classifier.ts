import type { Network } from '../../model/network.js';
import { convolutionsOf } from '../../model/parameters.js';
import type { Weights } from '../../model/weights.js';
import type { Classifier } from '../engine.js';
import type { Binding } from './binding.js';
import { classifyWith, imagesFeed } from './classify.js';
import { softmax } from './graph/activations.js';
import { fetched } from './graph/arithmetic.js';
import { Graph } from './graph/graph.js';
import { forward, imagesInput } from './network-graph.js';
import { Session } from './session.js';
import { weightConstants } from './weight-constants.js';

/**
 * A classifier whose weights are constants of its graph, which lets TensorFlow prepare them once.
 *
 * @throws Problem where the weights are not the network's
 */
export function createNativeClassifier(
  binding: Binding,
  network: Network,
  weights: Weights,
): Classifier {
  const convolutions = convolutionsOf(network);
  const session = new Session(binding, inferenceGraph(network, weights));
  return {
    classify: (images) => classifyWith(session, network, images),
    convolutions: async (image) => {
      if (convolutions.length === 0) return [];
      const outputs = session.run([imagesFeed(network, image)], convolutions.map(nodeName));
      return convolutions.map((layer, place) => ({
        ...layer,
        values: Float32Array.from(outputs[place]),
      }));
    },
    dispose: () => session.close(),
  };
}

function inferenceGraph(network: Network, weights: Weights): Graph {
  const graph = new Graph();
  const constants = weightConstants(graph, network, weights);
  const { logits } = forward(network, imagesInput(graph, network), constants, {
    kind: 'inference',
    // A run computes what is fetched alone: these cost a reader nothing.
    onConvolution: (name, output) => fetched(nodeName({ name }), output, []),
  });
  fetched('probabilities', softmax(logits), []);
  return graph;
}

function nodeName({ name }: { name: string }): string {
  return `seen/${name}`;
}
