import { bytes, float, integer, join, message, text } from '../protobuf.js';

export type OnnxAttribute =
  | { float: number }
  | { int: number }
  | { ints: readonly number[] }
  | { text: string };

interface OnnxNode {
  op: string;
  inputs: readonly string[];
  output: string;
  attributes: Readonly<Record<string, OnnxAttribute>>;
}

interface OnnxTensor {
  name: string;
  shape: readonly number[];
  values: Float32Array | BigInt64Array;
}

/** A value that a graph is given or gives: float32, with -1 for the batch. */
export interface OnnxValue {
  name: string;
  shape: readonly number[];
}

/** Numbers in onnx.proto. */
const elementTypes = { float: 1, int64: 7 } as const;
const attributeTypes = { float: 1, int: 2, text: 3, ints: 7 } as const;

/** The oldest version of the operators that has all that we write, and the form of the file that came with it. */
const opset = 13;
const irVersion = 7;

/** An ONNX graph while it is being written. Values are known by their names. */
export class OnnxGraph {
  readonly #nodes: OnnxNode[] = [];
  readonly #tensors: OnnxTensor[] = [];

  /** @returns the name of what the operation makes */
  add(
    op: string,
    inputs: readonly string[],
    attributes: OnnxNode['attributes'] = {},
    output = `${op}_${this.#nodes.length}`,
  ): string {
    this.#nodes.push({ op, inputs, output, attributes });
    return output;
  }

  /** @returns the name of a constant */
  constant(shape: readonly number[], values: Float32Array | BigInt64Array): string {
    const name = `constant_${this.#tensors.length}`;
    this.#tensors.push({ name, shape, values });
    return name;
  }

  /** The bytes of an `.onnx`; field numbers are those of onnx.proto. */
  encode(name: string, input: OnnxValue, output: OnnxValue): Uint8Array {
    const graph = message(
      7,
      ...this.#nodes.map((node) => message(1, nodeProto(node))),
      text(2, name),
      ...this.#tensors.map((tensor) => message(5, tensorProto(tensor))),
      message(11, valueInfo(input)),
      message(12, valueInfo(output)),
    );
    const operators = message(8, text(1, ''), integer(2, opset));
    return join([integer(1, irVersion), text(2, 'Digitscope'), graph, operators]);
  }
}

function nodeProto({ op, inputs, output, attributes }: OnnxNode): Uint8Array {
  return join([
    ...inputs.map((input) => text(1, input)),
    text(2, output),
    text(3, output),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) =>
      message(5, text(1, name), attributeProto(value)),
    ),
  ]);
}

function attributeProto(value: OnnxAttribute): Uint8Array {
  const type = (kind: keyof typeof attributeTypes) => integer(20, attributeTypes[kind]);
  if ('float' in value) return join([float(2, value.float), type('float')]);
  if ('int' in value) return join([integer(3, value.int), type('int')]);
  if ('text' in value) return join([text(4, value.text), type('text')]);
  return join([...value.ints.map((each) => integer(8, each)), type('ints')]);
}

function tensorProto({ name, shape, values }: OnnxTensor): Uint8Array {
  return join([
    ...shape.map((side) => integer(1, side)),
    integer(2, values instanceof Float32Array ? elementTypes.float : elementTypes.int64),
    text(8, name),
    bytes(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ]);
}

function valueInfo({ name, shape }: OnnxValue): Uint8Array {
  const sides = shape.map((side) => message(1, side < 0 ? text(2, 'n') : integer(1, side)));
  const tensor = message(1, integer(1, elementTypes.float), message(2, ...sides));
  return join([text(1, name), message(2, tensor)]);
}
