import type { Network } from '../../model/network.js';
import { parametersOf } from '../../model/parameters.js';
import type { Weights } from '../../model/weights.js';
import { valuesOf } from '../weight-values.js';
import type { ParameterValues } from './apply-layer.js';
import type { Graph } from './graph/graph.js';
import { constant } from './graph/sources.js';

/** Weights as constants of a graph. @throws Problem where they are not the network's */
export function weightConstants(graph: Graph, network: Network, weights: Weights): ParameterValues {
  return new Map(
    parametersOf(network).map((parameter) => [
      parameter.name,
      constant(graph, valuesOf(weights, parameter), parameter.shape),
    ]),
  );
}
