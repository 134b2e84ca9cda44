import { type Activation, slopes } from '../../network.js';
import { isImage } from './layout.js';
import type { OnnxGraph } from './onnx-graph.js';

/**
 * @param shape of the value, without the batch
 * @param slope of `leaky-relu` and `elu`
 * @returns the name of what it makes
 */
export function addActivation(
  graph: OnnxGraph,
  activation: Activation,
  { value, shape, slope }: { value: string; shape: readonly number[]; slope?: number },
): string {
  switch (activation) {
    case 'none':
      return value;
    case 'relu':
      return graph.add('Relu', [value]);
    case 'relu6':
      return graph.add('Clip', [value, number(graph, 0), number(graph, 6)]);
    case 'leaky-relu':
      return graph.add('LeakyRelu', [value], { alpha: { float: slope ?? slopes['leaky-relu'] } });
    case 'elu':
      return graph.add('Elu', [value], { alpha: { float: slope ?? slopes.elu } });
    case 'selu':
      return graph.add('Selu', [value]);
    case 'gelu':
      return addGelu(graph, value);
    case 'silu':
      return graph.add('Mul', [value, graph.add('Sigmoid', [value])]);
    case 'sigmoid':
      return graph.add('Sigmoid', [value]);
    case 'tanh':
      return graph.add('Tanh', [value]);
    case 'softplus':
      return graph.add('Softplus', [value]);
    case 'softmax':
      return graph.add('Softmax', [value], { axis: { int: isImage(shape) ? 1 : -1 } });
  }
}

/** x / 2 * (1 + erf(x / sqrt(2))): Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016. */
function addGelu(graph: OnnxGraph, value: string): string {
  const erf = graph.add('Erf', [graph.add('Mul', [value, number(graph, Math.SQRT1_2)])]);
  const half = graph.add('Mul', [value, number(graph, 0.5)]);
  return graph.add('Mul', [half, graph.add('Add', [erf, number(graph, 1)])]);
}

function number(graph: OnnxGraph, value: number): string {
  return graph.constant([], Float32Array.of(value));
}
