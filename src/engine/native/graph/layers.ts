import { shapeOf } from './arithmetic.js';
import type { Attribute, Shape, Value } from './graph.js';
import { constant, float32, int32s } from './sources.js';

const float = { T: { type: 'float32' } } as const;

/** @param x [n, h, w, in] @param kernel [k, k, in, out] @returns [n, h-k+1, w-k+1, out] */
export function conv2d(x: Value, kernel: Value): Value {
  const [n, height, width, channels] = x.shape;
  const [kernelHeight, kernelWidth, inputs, outputs] = kernel.shape;
  if (inputs !== channels) throw new Error(`a kernel for ${inputs} channels meets ${channels}`);
  const shape = [n, height - kernelHeight + 1, width - kernelWidth + 1, outputs];
  return single('Conv2D', [x, kernel], convolution, shape);
}

export function conv2dInputGradient(x: Value, kernel: Value, gradient: Value): Value {
  return single('Conv2DBackpropInput', [shapeOf(x), kernel, gradient], convolution, x.shape);
}

export function conv2dKernelGradient(x: Value, kernel: Value, gradient: Value): Value {
  const sizes = int32s(x.node.graph, ...kernel.shape);
  return single('Conv2DBackpropFilter', [x, sizes, gradient], convolution, kernel.shape);
}

/** Adds [channels] along the last side. */
export function biasAdd(x: Value, bias: Value): Value {
  return single('BiasAdd', [x, bias], float, x.shape);
}

export function biasAddGradient(gradient: Value): Value {
  return single('BiasAddGrad', [gradient], float, gradient.shape.slice(-1));
}

export function relu(x: Value): Value {
  return single('Relu', [x], float, x.shape);
}

/** @param features what Relu made */
export function reluGradient(gradient: Value, features: Value): Value {
  return single('ReluGrad', [gradient, features], float, gradient.shape);
}

/** @param x [n, h, w, c] @returns the largest of each size x size, [n, h/size, w/size, c] */
export function maxPool(x: Value, size: number): Value {
  const [n, height, width, channels] = x.shape;
  const shape = [n, Math.floor(height / size), Math.floor(width / size), channels];
  return single('MaxPool', [x], pooling(size), shape);
}

/** @param pooled what MaxPool made of x */
export function maxPoolGradient(x: Value, pooled: Value, gradient: Value): Value {
  return x.node.graph.add({
    op: 'MaxPoolGrad',
    inputs: [x, pooled, gradient],
    attributes: { ...pooled.node.attributes },
    outputs: [x],
  }).outputs[0];
}

/** Scale, shift, mean and variance of each channel, all [channels]. */
export interface Normalisation {
  gamma: Value;
  beta: Value;
  mean: Value;
  variance: Value;
}

/**
 * @param x [n, h, w, channels], by the statistics given
 * @returns (x - mean) / sqrt(variance + epsilon) * gamma + beta
 */
export function normalise(x: Value, by: Normalisation, epsilon: number): Value {
  return fusedBatchNorm('given', x, [by.gamma, by.beta, by.mean, by.variance], epsilon)[0];
}

/** As `normalise`, by the statistics of the batch, which come with it: its variance is over n. */
export function normaliseBatch(
  x: Value,
  { gamma, beta }: Pick<Normalisation, 'gamma' | 'beta'>,
  epsilon: number,
): { y: Value; mean: Value; variance: Value } {
  const none = constant(x.node.graph, new Float32Array(0), [0]);
  // Outputs 1 and 2 are for moving averages: their variance is over n - 1. The CPU's kernels give
  // the gradient, by 3 and 4, the plain mean and variance.
  const [y, , , mean, variance] = fusedBatchNorm('own', x, [gamma, beta, none, none], epsilon);
  return { y, mean, variance };
}

/** Gradients of x, gamma and beta. @param y what `normaliseBatch` gave */
export function normaliseBatchGradients(y: Value, gradient: Value): [Value, Value, Value] {
  const { graph, inputs, attributes, outputs } = y.node;
  const [x, gamma] = inputs;
  const empty = { type: 'float32', shape: [0] } as const;
  const node = graph.add({
    op: 'FusedBatchNormGradV3',
    inputs: [gradient, x, gamma, ...outputs.slice(3)],
    attributes: { ...attributes },
    outputs: [x, gamma, gamma, empty, empty],
  });
  return [node.outputs[0], node.outputs[1], node.outputs[2]];
}

/** [n, classes] to rows that sum to 1. */
export function softmax(logits: Value): Value {
  return single('Softmax', [logits], float, logits.shape);
}

/** Cross-entropy of each row in nats, [n]. @param logits @param targets [n, classes], rows that sum to 1 */
export function crossEntropy(logits: Value, targets: Value): Value {
  return logits.node.graph.add({
    op: 'SoftmaxCrossEntropyWithLogits',
    inputs: [logits, targets],
    attributes: float,
    outputs: [
      { type: 'float32', shape: logits.shape.slice(0, 1) },
      { type: 'float32', shape: logits.shape },
    ],
  }).outputs[0];
}

/** Rows with a 1 at the label, and without one where it is no class. @param labels int32 [n] @returns [n, classes] */
export function oneHot(labels: Value, classes: number): Value {
  const { graph } = labels.node;
  const depth = constant(graph, Int32Array.of(classes), []);
  return single(
    'OneHot',
    [labels, depth, float32(graph, 1), float32(graph, 0)],
    {
      ...float,
      TI: { type: 'int32' },
    },
    [...labels.shape, classes],
  );
}

const convolution = {
  ...float,
  strides: { ints: [1, 1, 1, 1] },
  padding: { text: 'VALID' },
} as const;

function pooling(size: number): Record<string, Attribute> {
  const sides = { ints: [1, size, size, 1] };
  return { ...float, ksize: sides, strides: sides, padding: { text: 'VALID' } };
}

function fusedBatchNorm(
  statistics: 'own' | 'given',
  x: Value,
  perChannel: readonly Value[],
  epsilon: number,
): readonly Value[] {
  const channels = { type: 'float32', shape: x.shape.slice(-1) } as const;
  return x.node.graph.add({
    op: 'FusedBatchNormV3',
    inputs: [x, ...perChannel],
    attributes: {
      ...float,
      U: { type: 'float32' },
      epsilon: { float: epsilon },
      is_training: { bool: statistics === 'own' },
    },
    outputs: [x, channels, channels, channels, channels, channels],
  }).outputs;
}

function single(
  op: string,
  inputs: readonly Value[],
  attributes: Readonly<Record<string, Attribute>>,
  shape: Shape,
): Value {
  const { graph } = inputs[0].node;
  return graph.add({
    op,
    inputs,
    attributes: { ...attributes },
    outputs: [{ type: 'float32', shape }],
  }).outputs[0];
}
