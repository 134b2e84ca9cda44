import type { DataType, Graph, Node, Shape, Value } from './graph.js';

/** A value that each run is given, under this name. */
export function placeholder(graph: Graph, name: string, type: DataType, shape: Shape): Value {
  return graph.add({
    op: 'Placeholder',
    name,
    attributes: { dtype: { type }, shape: { shape } },
    outputs: [{ type, shape }],
  }).outputs[0];
}

/** @param values row by row, as many as the shape holds */
export function constant(graph: Graph, values: Float32Array | Int32Array, shape: Shape): Value {
  const type = values instanceof Int32Array ? 'int32' : 'float32';
  const content = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return graph.add({
    op: 'Const',
    attributes: { dtype: { type }, value: { tensor: { type, shape, content } } },
    outputs: [{ type, shape }],
  }).outputs[0];
}

export function float32(graph: Graph, value: number): Value {
  return constant(graph, Float32Array.of(value), []);
}

export function int32s(graph: Graph, ...values: readonly number[]): Value {
  return constant(graph, Int32Array.from(values), [values.length]);
}

/** Float32 state that lives in the session; it holds nothing until it is assigned. */
export interface Variable {
  readonly handle: Value;
  readonly shape: Shape;
}

/** @param name unique in the session: variables of one name are one variable */
export function variable(graph: Graph, name: string, shape: Shape): Variable {
  const attributes = {
    dtype: { type: 'float32' },
    shape: { shape },
    shared_name: { text: name },
  } as const;
  const outputs = [{ type: 'resource', shape: [] }] as const;
  return { handle: graph.add({ op: 'VarHandleOp', attributes, outputs }).outputs[0], shape };
}

/** @param name where it is fetched */
export function read({ handle, shape }: Variable, name?: string): Value {
  return handle.node.graph.add({
    op: 'ReadVariableOp',
    name,
    inputs: [handle],
    attributes: { dtype: { type: 'float32' } },
    outputs: [{ type: 'float32', shape }],
  }).outputs[0];
}

export function assign({ handle }: Variable, value: Value): Node {
  return handle.node.graph.add({
    op: 'AssignVariableOp',
    inputs: [handle, value],
    attributes: { dtype: { type: 'float32' } },
  });
}

/** @param after nodes that must have changed the variable before */
export function subtractFrom(
  { handle }: Variable,
  value: Value,
  after: readonly Node[] = [],
): Node {
  return handle.node.graph.add({
    op: 'AssignSubVariableOp',
    inputs: [handle, value],
    after,
    attributes: { dtype: { type: 'float32' } },
  });
}

/** What Adam needs beside the gradient; the rate holds the correction for the moments' start. */
export interface AdamState {
  first: Variable;
  second: Variable;
  rate: Value;
}

/** TensorFlow's formula: parameter -= rate * first / (sqrt(second) + epsilon). */
export function applyAdam(
  parameter: Variable,
  { first, second, rate }: AdamState,
  gradient: Value,
  { beta1, beta2, epsilon }: { beta1: number; beta2: number; epsilon: number },
): Node {
  const { graph } = gradient.node;
  const none = float32(graph, 0);
  return graph.add({
    op: 'ResourceApplyAdam',
    inputs: [
      parameter.handle,
      first.handle,
      second.handle,
      ...[none, none, rate],
      ...[beta1, beta2, epsilon].map((factor) => float32(graph, factor)),
      gradient,
    ],
    attributes: { T: { type: 'float32' } },
  });
}
