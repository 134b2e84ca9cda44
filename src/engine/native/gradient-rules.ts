import {
  biasAddGradient,
  cast,
  divide,
  exp,
  expandLast,
  matMul,
  multiply,
  negate,
  repeatLike,
  reshape,
  sizeOf,
  square,
  subtract,
  sumLast,
} from './graph/arithmetic.js';
import { normaliseBatchGradients } from './graph/batch-norm.js';
import type { Node, Value } from './graph/graph.js';
import { shaped } from './graph/operation.js';
import { float32 } from './graph/sources.js';
import {
  averagePoolGradient,
  conv2dGradients,
  maxPoolGradient,
  zeroPadGradient,
} from './graph/windows.js';

/**
 * From the gradient of a node's first output to those of its inputs, the first inputs first; the
 * inputs left out have none. TensorFlow skips what the step does not need of it.
 */
export type GradientRule = (node: Node, gradient: Value) => readonly Value[];

/** One for each op that a gradient passes. */
export const gradientRules: Readonly<Record<string, GradientRule>> = {
  // Of two values of one shape, or the second a constant scalar.
  AddV2: (_, gradient) => [gradient, gradient],
  Mul: ({ inputs: [a, b] }, gradient) => [multiply(gradient, b), multiply(gradient, a)],

  BiasAdd: (_, gradient) => [gradient, biasAddGradient(gradient)],
  MatMul: ({ inputs: [x, kernel] }, gradient) => [
    matMul(gradient, kernel, 'second'),
    matMul(x, gradient, 'first'),
  ],
  Mean: ({ inputs: [x] }, gradient) => [
    repeatLike(x, divide(gradient, cast(sizeOf(x), 'float32'))),
  ],
  Reshape: ({ inputs: [x] }, gradient) => [reshape(gradient, x.shape)],

  Conv2D: conv2dGradients,
  MaxPool: (node, gradient) => [maxPoolGradient(node, gradient)],
  AvgPool: (node, gradient) => [averagePoolGradient(node, gradient)],
  Pad: (node, gradient) => [zeroPadGradient(node, gradient)],
  FusedBatchNormV3: normaliseBatchGradients,

  Relu: ({ outputs: [y] }, gradient) => [shaped('ReluGrad', [gradient, y])],
  Relu6: ({ outputs: [y] }, gradient) => [shaped('Relu6Grad', [gradient, y])],
  // By the output, which has the sign of the input: TensorFlow fuses the op with what makes the input.
  LeakyRelu: ({ outputs: [y], attributes }, gradient) => [
    shaped('LeakyReluGrad', [gradient, y], attributes),
  ],
  Elu: ({ outputs: [y] }, gradient) => [shaped('EluGrad', [gradient, y])],
  Selu: ({ outputs: [y] }, gradient) => [shaped('SeluGrad', [gradient, y])],
  Sigmoid: ({ outputs: [y] }, gradient) => [shaped('SigmoidGrad', [y, gradient])],
  Tanh: ({ outputs: [y] }, gradient) => [shaped('TanhGrad', [y, gradient])],
  Softplus: ({ inputs: [x] }, gradient) => [shaped('SoftplusGrad', [gradient, x])],
  Erf: ({ inputs: [x] }, gradient) => [
    multiply(gradient, multiply(exp(negate(square(x))), twoOverRootPi(x))),
  ],
  // Each channel's own, less the mean of all by their shares.
  Softmax: ({ outputs: [y] }, gradient) => [
    multiply(subtract(gradient, sumLast(multiply(gradient, y))), y),
  ],
  // Its second output is the gradient of each row's loss by the row's logits.
  SoftmaxCrossEntropyWithLogits: ({ outputs: [, byLogits] }, gradient) => [
    multiply(byLogits, expandLast(gradient)),
  ],
};

function twoOverRootPi({ node: { graph } }: Value): Value {
  return float32(graph, 2 / Math.sqrt(Math.PI));
}
