import type { DataType, Node, Shape, Value } from './graph.js';

/** Adds a node of one output, in the graph of its inputs. */
export function operation(
  op: string,
  inputs: readonly Value[],
  attributes: Node['attributes'],
  output: { type: DataType; shape: Shape },
): Value {
  const { graph } = inputs[0].node;
  return graph.add({ op, inputs, attributes: { ...attributes }, outputs: [output] }).outputs[0];
}

/** The type of what an operation on numbers takes and gives. */
export const float = { T: { type: 'float32' } } as const;

/** One whose output has the type and the shape of its first input. */
export function shaped(
  op: string,
  inputs: readonly Value[],
  attributes: Node['attributes'] = float,
): Value {
  return operation(op, inputs, attributes, inputs[0]);
}
