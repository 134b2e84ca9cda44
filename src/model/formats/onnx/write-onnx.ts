import type { Network } from '../../network.js';
import { summarise } from '../../parameters.js';
import type { Weights } from '../../weights.js';
import { addLayer } from './add-layer.js';
import { channelsFirst, channelsLast } from './layout.js';
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
  const end = summarise(network).reduce(
    (value, { layer, output }) => addLayer(graph, layer, { value, output, weights }),
    {
      name: channelsFirst(graph, input.name, network.input),
      shape: network.input as readonly number[],
    },
  );
  const last = network.layers[network.layers.length - 1];
  const isSoftmax = 'activation' in last && last.activation === 'softmax';
  const rows = channelsLast(graph, end.name, end.shape);
  const output = { name: 'probabilities', shape: [-1, ...end.shape] };
  if (isSoftmax) graph.add('Identity', [rows], {}, output.name);
  else graph.add('Softmax', [rows], { axis: { int: -1 } }, output.name);
  return graph.encode(name, input, output);
}
