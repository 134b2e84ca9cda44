import { batchNormalisation, type Layer, type LayerOf } from '../../network.js';
import type { Parameter } from '../../parameters.js';
import type { Weights } from '../../weights.js';
import { type WindowLayer, windowOf } from '../../windows.js';
import { addActivation } from './add-activation.js';
import { channelsFirst, channelsLast, isImage } from './layout.js';
import type { OnnxAttribute, OnnxGraph } from './onnx-graph.js';

/** A value in the graph: its name, and its shape without the batch, as our networks have it. */
export interface Passing {
  name: string;
  shape: readonly number[];
}

interface Pass {
  value: Passing;
  /** Shape of what the layer makes, without the batch. */
  output: readonly number[];
  weights: Weights;
}

/** Adds the operations of one layer. @returns what it makes */
export function addLayer(graph: OnnxGraph, layer: Layer, pass: Pass): Passing {
  return { name: operationsOf(graph, layer, pass), shape: pass.output };
}

function operationsOf(graph: OnnxGraph, layer: Layer, pass: Pass): string {
  const { name, shape } = pass.value;
  switch (layer.kind) {
    case 'conv':
      return addConvolution(graph, layer, pass);
    case 'max-pool':
      return graph.add('MaxPool', [name], { ...windowAttributes(layer) });
    case 'average-pool':
      return graph.add('AveragePool', [name], {
        ...windowAttributes(layer),
        count_include_pad: { int: 0 },
      });
    case 'global-average-pool':
      return withoutSides(graph, graph.add('GlobalAveragePool', [name]));
    case 'global-max-pool':
      return withoutSides(graph, graph.add('GlobalMaxPool', [name]));
    case 'batch-norm':
      return addBatchNorm(graph, layer, pass);
    case 'dropout':
      return name;
    case 'flatten':
    case 'reshape':
      return addReshape(graph, pass);
    case 'dense':
      return addDense(graph, layer, pass);
    case 'activation':
      return addActivation(graph, layer.activation, { value: name, shape, slope: layer.slope });
    case 'rescale': {
      const scaled = graph.add('Mul', [name, graph.constant([], Float32Array.of(layer.scale))]);
      return graph.add('Add', [scaled, graph.constant([], Float32Array.of(layer.offset))]);
    }
    case 'zero-pad': {
      const [top, bottom, left, right] = layer.padding;
      const pads = int64s(graph, [0, 0, top, left, 0, 0, bottom, right]);
      return graph.add('Pad', [name, pads]);
    }
  }
}

function addConvolution(graph: OnnxGraph, layer: LayerOf<'conv'>, pass: Pass): string {
  const { size } = windowOf(layer);
  const inputs = pass.value.shape[2];
  const kernel = kernelOutputsFirst(weightsOf(pass, layer, 'kernel'), inputs, layer.filters);
  const parts = [graph.constant([layer.filters, inputs, ...size], kernel)];
  if (layer.bias !== 'none') {
    parts.push(graph.constant([layer.filters], weightsOf(pass, layer, 'bias')));
  }
  const sums = graph.add('Conv', [pass.value.name, ...parts], { ...windowAttributes(layer) });
  return addActivation(graph, layer.activation, { value: sums, shape: pass.output });
}

/** `same` pads as TensorFlow does: the odd row or column of zeros comes last. */
function windowAttributes(layer: WindowLayer): Record<string, OnnxAttribute> {
  const { size, strides, padding } = windowOf(layer);
  return {
    kernel_shape: { ints: size },
    strides: { ints: strides },
    auto_pad: { text: padding === 'same' ? 'SAME_UPPER' : 'VALID' },
  };
}

/** [height, width, in, out] to [out, in, height, width]. */
function kernelOutputsFirst(kernel: Float32Array, inputs: number, outputs: number): Float32Array {
  const pixels = kernel.length / (inputs * outputs);
  const turned = new Float32Array(kernel.length);
  for (let at = 0; at < kernel.length; at += 1) {
    const output = at % outputs;
    const input = Math.floor(at / outputs) % inputs;
    const pixel = Math.floor(at / (outputs * inputs));
    turned[(output * inputs + input) * pixels + pixel] = kernel[at];
  }
  return turned;
}

/** [n, channels, 1, 1] to [n, channels]. */
function withoutSides(graph: OnnxGraph, value: string): string {
  return graph.add('Flatten', [value], { axis: { int: 1 } });
}

/** By the moving averages, which is a scale and a shift of each channel. */
function addBatchNorm(graph: OnnxGraph, layer: LayerOf<'batch-norm'>, pass: Pass): string {
  const { epsilon = batchNormalisation.epsilon } = layer;
  const [gamma, beta, mean, variance] = (
    ['gamma', 'beta', 'moving-mean', 'moving-variance'] as const
  ).map((role) => weightsOf(pass, layer, role));
  const scale = gamma.map((value, place) => value / Math.sqrt(variance[place] + epsilon));
  const shift = beta.map((value, place) => value - mean[place] * scale[place]);
  const sides = isImage(pass.value.shape) ? [gamma.length, 1, 1] : [gamma.length];
  const scaled = graph.add('Mul', [pass.value.name, graph.constant(sides, scale)]);
  return graph.add('Add', [scaled, graph.constant(sides, shift)]);
}

function addReshape(graph: OnnxGraph, { value, output }: Pass): string {
  const ours = channelsLast(graph, value.name, value.shape);
  const shaped = graph.add('Reshape', [ours, int64s(graph, [-1, ...output])]);
  return channelsFirst(graph, shaped, output);
}

function addDense(graph: OnnxGraph, layer: LayerOf<'dense'>, pass: Pass): string {
  const { value, output } = pass;
  const kernel = weightsOf(pass, layer, 'kernel');
  const matrix = graph.constant([kernel.length / layer.units, layer.units], kernel);
  const product = graph.add('MatMul', [channelsLast(graph, value.name, value.shape), matrix]);
  const sums =
    layer.bias === 'none'
      ? product
      : graph.add('Add', [product, graph.constant([layer.units], weightsOf(pass, layer, 'bias'))]);
  const turned = channelsFirst(graph, sums, output);
  return addActivation(graph, layer.activation, { value: turned, shape: output });
}

function weightsOf({ weights }: Pass, { name }: Layer, role: Parameter['role']): Float32Array {
  const values = weights.get(`${name}/${role}`);
  if (!values) throw new Error(`weights lack ${name}/${role}`);
  return values;
}

function int64s(graph: OnnxGraph, values: readonly number[]): string {
  return graph.constant([values.length], BigInt64Array.from(values, BigInt));
}
