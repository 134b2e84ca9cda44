import type { DataType, Node, Shape, Value } from './graph.js';
import { float, operation, shaped } from './operation.js';
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

/** The larger of the two, as `multiply`. */
export function maximum(a: Value, b: Value): Value {
  return elementwise('Maximum', a, b);
}

export function negate(value: Value): Value {
  return shaped('Neg', [value]);
}

export function square(value: Value): Value {
  return shaped('Square', [value]);
}

export function exp(value: Value): Value {
  return shaped('Exp', [value]);
}

/** Adds [channels] along the last side. */
export function biasAdd(x: Value, bias: Value): Value {
  return shaped('BiasAdd', [x, bias]);
}

export function biasAddGradient(gradient: Value): Value {
  const shape = gradient.shape.slice(-1);
  return operation('BiasAddGrad', [gradient], float, { type: 'float32', shape });
}

export function cast(value: Value, type: DataType): Value {
  const attributes = { SrcT: { type: value.type }, DstT: { type } } as const;
  return operation('Cast', [value], attributes, { type, shape: value.shape });
}

/** @param shape with at most one side -1: what is left of the values */
export function reshape(value: Value, shape: Shape): Value {
  const sides = int32s(value.node.graph, ...shape);
  return operation(
    'Reshape',
    [value, sides],
    { T: { type: value.type } },
    { type: value.type, shape },
  );
}

/** [n] to [n, 1]. */
export function expandLast(value: Value): Value {
  return reshape(value, [...value.shape, 1]);
}

/** The sides of a value as the run finds them, int32 [rank]. */
export function shapeOf(value: Value): Value {
  const attributes = { T: { type: value.type } } as const;
  return operation('Shape', [value], attributes, { type: 'int32', shape: [value.shape.length] });
}

/** How many values there are, an int32 scalar. */
export function sizeOf(value: Value): Value {
  return operation('Size', [value], { T: { type: value.type } }, { type: 'int32', shape: [] });
}

/** A scalar, repeated to the shape of another value. */
export function repeatLike(model: Value, scalar: Value): Value {
  const attributes = { T: { type: scalar.type } } as const;
  return operation('Fill', [shapeOf(model), scalar], attributes, {
    type: scalar.type,
    shape: model.shape,
  });
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
  return operation('MatMul', [a, b], attributes, { type: a.type, shape: [rows, columns] });
}

/** Mean of [n], a scalar. */
export function mean(value: Value): Value {
  const axes = int32s(value.node.graph, 0);
  return operation(
    'Mean',
    [value, axes],
    { T: { type: value.type } },
    { type: value.type, shape: [] },
  );
}

/** Sums along the last side, which is kept: [..., 1]. */
export function sumLast(value: Value): Value {
  const axes = int32s(value.node.graph, -1);
  const attributes = { T: { type: value.type }, keep_dims: { bool: true } } as const;
  const shape = [...value.shape.slice(0, -1), 1];
  return operation('Sum', [value, axes], attributes, { type: value.type, shape });
}

/** Place of the largest in each row of [n, m], int32 [n]. */
export function argMax(value: Value): Value {
  const attributes = { T: { type: value.type }, output_type: { type: 'int32' } } as const;
  const axis = constant(value.node.graph, Int32Array.of(1), []);
  return operation('ArgMax', [value, axis], attributes, { type: 'int32', shape: [value.shape[0]] });
}

/** Scalars side by side, [count]. */
export function pack(values: readonly Value[]): Value {
  const attributes = { T: { type: values[0].type }, N: { int: values.length } } as const;
  return operation('Pack', values, attributes, { type: values[0].type, shape: [values.length] });
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
  return shaped('DeepCopy', [value], { T: { type: value.type } });
}

/** Uniform in [0, 1), of the shape of another value. @param seed int32 [2]: the same, the same */
export function seededUniformLike(model: Value, seed: Value): Value {
  const attributes = { dtype: { type: 'float32' }, Tseed: { type: 'int32' } } as const;
  const inputs = [shapeOf(model), seed];
  return operation('StatelessRandomUniform', inputs, attributes, {
    type: 'float32',
    shape: model.shape,
  });
}

function elementwise(op: string, a: Value, b: Value, type: DataType = a.type): Value {
  return operation(op, [a, b], { T: { type: a.type } }, { type, shape: a.shape });
}
