import type { DataType, Node, Shape, Value } from './graph.js';
import { constant, int32s } from './sources.js';

/** The second of the first's shape, or repeated to it. */
export function multiply(a: Value, b: Value): Value {
  return elementwise('Mul', a, b);
}

/** The second of the first's shape, or repeated to it; of one shape where a gradient passes. */
export function add(a: Value, b: Value): Value {
  return elementwise('AddV2', a, b);
}

/** The second of the first's shape, or repeated to it. */
export function subtract(a: Value, b: Value): Value {
  return elementwise('Sub', a, b);
}

/** The second of the first's shape, or repeated to it. */
export function divide(a: Value, b: Value): Value {
  return elementwise('RealDiv', a, b);
}

/** @returns truth values, as `add` */
export function equal(a: Value, b: Value): Value {
  return elementwise('Equal', a, b, 'bool');
}

/** @returns truth values, as `multiply` */
export function greaterOrEqual(a: Value, b: Value): Value {
  return elementwise('GreaterEqual', a, b, 'bool');
}

export function cast(value: Value, type: DataType): Value {
  const attributes = { SrcT: { type: value.type }, DstT: { type } } as const;
  return single('Cast', [value], attributes, type, value.shape);
}

/** @param shape with at most one side -1: what is left of the values */
export function reshape(value: Value, shape: Shape): Value {
  const sides = int32s(value.node.graph, ...shape);
  return single('Reshape', [value, sides], { T: { type: value.type } }, value.type, shape);
}

/** [n] to [n, 1]. */
export function expandLast(value: Value): Value {
  return reshape(value, [...value.shape, 1]);
}

/** The sides of a value as the run finds them, int32 [rank]. */
export function shapeOf(value: Value): Value {
  const attributes = { T: { type: value.type } } as const;
  return single('Shape', [value], attributes, 'int32', [value.shape.length]);
}

/** How many values there are, an int32 scalar. */
export function sizeOf(value: Value): Value {
  return single('Size', [value], { T: { type: value.type } }, 'int32', []);
}

/** A scalar, repeated to the shape of another value. */
export function repeatLike(model: Value, scalar: Value): Value {
  const attributes = { T: { type: scalar.type } } as const;
  return single('Fill', [shapeOf(model), scalar], attributes, scalar.type, model.shape);
}

/** [n, m] x [m, p], either of them turned first. */
export function matMul(a: Value, b: Value, turned: 'neither' | 'first' | 'second'): Value {
  const attributes = {
    T: { type: a.type },
    transpose_a: { bool: turned === 'first' },
    transpose_b: { bool: turned === 'second' },
  } as const;
  const rows = a.shape[turned === 'first' ? 1 : 0];
  const columns = b.shape[turned === 'second' ? 0 : 1];
  return single('MatMul', [a, b], attributes, a.type, [rows, columns]);
}

/** Mean of [n], a scalar. */
export function mean(value: Value): Value {
  const axes = int32s(value.node.graph, 0);
  return single('Mean', [value, axes], { T: { type: value.type } }, value.type, []);
}

/** Place of the largest in each row of [n, m], int32 [n]. */
export function argMax(value: Value): Value {
  const attributes = { T: { type: value.type }, output_type: { type: 'int32' } } as const;
  const axis = constant(value.node.graph, Int32Array.of(1), []);
  return single('ArgMax', [value, axis], attributes, 'int32', [value.shape[0]]);
}

/** Scalars side by side, [count]. */
export function pack(values: readonly Value[]): Value {
  const attributes = { T: { type: values[0].type }, N: { int: values.length } } as const;
  return single('Pack', values, attributes, values[0].type, [values.length]);
}

/** The value once the nodes have run, fetched under this name. */
export function fetched(name: string, value: Value, after: readonly Node[]): Value {
  return value.node.graph.add({
    op: 'Identity',
    name,
    inputs: [value],
    attributes: { T: { type: value.type } },
    after,
    outputs: [value],
  }).outputs[0];
}

/** A copy in memory of its own. */
export function deepCopy(value: Value): Value {
  return single('DeepCopy', [value], { T: { type: value.type } }, value.type, value.shape);
}

/** Uniform in [0, 1), of the shape of another value. @param seed int32 [2]: the same, the same */
export function seededUniformLike(model: Value, seed: Value): Value {
  const attributes = { dtype: { type: 'float32' }, Tseed: { type: 'int32' } } as const;
  const inputs = [shapeOf(model), seed];
  return single('StatelessRandomUniform', inputs, attributes, 'float32', model.shape);
}

function elementwise(op: string, a: Value, b: Value, type: DataType = a.type): Value {
  return single(op, [a, b], { T: { type: a.type } }, type, a.shape);
}

function single(
  op: string,
  inputs: readonly Value[],
  attributes: Node['attributes'],
  type: DataType,
  shape: Shape,
): Value {
  const { graph } = inputs[0].node;
  return graph.add({ op, inputs, attributes: { ...attributes }, outputs: [{ type, shape }] })
    .outputs[0];
}
