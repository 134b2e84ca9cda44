import type { Value } from './graph.js';
import { float, operation } from './operation.js';
import { constant, float32 } from './sources.js';

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
  return operation(
    'OneHot',
    [labels, depth, float32(graph, 1), float32(graph, 0)],
    { ...float, TI: { type: 'int32' } },
    { type: 'float32', shape: [...labels.shape, classes] },
  );
}
