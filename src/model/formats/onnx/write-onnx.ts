import { logitLayers } from '../../logits.js';
import type { Network } from '../../network.js';
import { summarise } from '../../parameters.js';
import type { Weights } from '../../weights.js';
import { addLayer, type Passing } from './add-layer.js';
import { channelsFirst } from './layout.js';
import { OnnxGraph } from './onnx-graph.js';

/**
 * A model as an `.onnx`: it takes `images`, float32 [n, height, width, 1] as the network takes them,
 * and gives `probabilities`, float32 [n, 10].
 */
export function writeOnnx({
  name,
  network,
  weights,
}: {
  name: string;
  network: Network;
  weights: Weights;
}): Uint8Array {
  const graph = new OnnxGraph();
  const input = { name: 'images', shape: [-1, ...network.input] };
  const first: Passing = {
    name: channelsFirst(graph, input.name, network.input),
    shape: network.input,
  };
  const logits = summarise({ ...network, layers: logitLayers(network) }).reduce(
    (value, { layer, output }) => addLayer(graph, layer, { value, output, weights }),
    first,
  );
  const output = { name: 'probabilities', shape: [-1, ...logits.shape] };
  graph.add('Softmax', [logits.name], { axis: { int: -1 } }, output.name);
  return graph.encode(name, input, output);
}
