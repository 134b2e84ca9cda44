import type { Node, Value } from './graph.js';
import { float } from './operation.js';
import { constant } from './sources.js';

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

/** Gradients of x, gamma and beta. */
export function normaliseBatchGradients(
  { graph, inputs, attributes, outputs }: Node,
  gradient: Value,
): [Value, Value, Value] {
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
