/** Numbers of `DataType` in TensorFlow's types.proto. */
export const dataTypes = { float32: 1, int32: 3, uint8: 4, bool: 10, resource: 20 } as const;
export type DataType = keyof typeof dataTypes;

/** Lengths of a tensor's sides; -1 where only the run tells, as for the batch. */
export type Shape = readonly number[];

/** One output of a node: what other nodes take as input. */
export interface Value {
  readonly node: Node;
  readonly index: number;
  readonly type: DataType;
  readonly shape: Shape;
}

export type Attribute =
  | { type: DataType }
  | { int: number }
  | { ints: readonly number[] }
  | { float: number }
  | { bool: boolean }
  | { text: string }
  | { shape: Shape }
  | { tensor: { type: DataType; shape: Shape; content: Uint8Array } };

/** One operation, by its name in TensorFlow's registry. */
export interface Node {
  readonly graph: Graph;
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly Value[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Nodes that have run before this one, without giving it a value. */
  readonly after: readonly Node[];
  readonly outputs: readonly Value[];
}

interface NodeParts {
  op: string;
  inputs?: readonly Value[];
  attributes?: Record<string, Attribute>;
  after?: readonly Node[];
  outputs?: readonly { type: DataType; shape: Shape }[];
  /** Only for nodes that are fed or fetched; others are named by their op. */
  name?: string;
}

/** A TensorFlow graph while it is being written. */
export class Graph {
  readonly nodes: Node[] = [];
  readonly #names = new Map<string, number>();

  add({ op, inputs = [], attributes = {}, after = [], outputs = [], name = op }: NodeParts): Node {
    const made: Value[] = [];
    const node: Node = {
      graph: this,
      name: this.#unique(name),
      op,
      inputs,
      attributes,
      after,
      outputs: made,
    };
    outputs.forEach((output, index) => {
      made.push({ ...output, node, index });
    });
    this.nodes.push(node);
    return node;
  }

  #unique(name: string): string {
    const uses = this.#names.get(name) ?? 0;
    this.#names.set(name, uses + 1);
    return uses === 0 ? name : `${name}_${uses}`;
  }
}
