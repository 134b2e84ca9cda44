import { bytes, float, integer, join, message, text } from '../../../model/formats/protobuf.js';
import {
  type Attribute,
  dataTypes,
  type Graph,
  type Node,
  type Shape,
  type Value,
} from './graph.js';

/** The tag that a session asks for when it loads the file. */
export const servingTag = 'serve';

/** TF_GRAPH_DEF_VERSION of TensorFlow 2.9, the oldest that runs our graphs. */
const graphDefVersion = 1087;

/** What a graph is given and gives, by names for those who serve it. */
export interface Signature {
  inputs: Readonly<Record<string, Value>>;
  outputs: Readonly<Record<string, Value>>;
}

/**
 * A graph as the content of `saved_model.pb`. Our own sessions need no signature: they feed and fetch
 * nodes by name. Field numbers are those of saved_model.proto, meta_graph.proto, graph.proto, node_def.proto,
 * attr_value.proto, tensor.proto and tensor_shape.proto in tensorflow/core.
 */
export function toSavedModel(graph: Graph, signature?: Signature): Uint8Array {
  const schemaVersion = integer(1, 1);
  const metaInformation = message(1, text(4, servingTag));
  const versions = message(4, integer(1, graphDefVersion));
  const graphDef = message(2, ...graph.nodes.map((node) => message(1, nodeDef(node))), versions);
  const signatures = signature
    ? [message(5, text(1, defaultSignature), message(2, signatureDef(signature)))]
    : [];
  return join([schemaVersion, message(2, metaInformation, graphDef, ...signatures)]);
}

/** The one that TensorFlow Serving takes where none is named (signature_constants.h). */
const defaultSignature = 'serving_default';

function signatureDef({ inputs, outputs }: Signature): Uint8Array {
  const entries = (field: number, values: Signature['inputs']) =>
    Object.entries(values).map(([name, value]) =>
      message(field, text(1, name), message(2, tensorInfo(value))),
    );
  const method = text(3, 'tensorflow/serving/predict');
  return join([...entries(1, inputs), ...entries(2, outputs), method]);
}

function tensorInfo({ node, index, type, shape }: Value): Uint8Array {
  return join([
    text(1, `${node.name}:${index}`),
    integer(2, dataTypes[type]),
    message(3, shapeProto(shape)),
  ]);
}

function nodeDef({ name, op, inputs, after, attributes }: Node): Uint8Array {
  return join([
    text(1, name),
    text(2, op),
    ...inputs.map(({ node, index }) => text(3, `${node.name}:${index}`)),
    ...after.map((node) => text(3, `^${node.name}`)),
    ...Object.entries(attributes).map(([key, value]) =>
      message(5, text(1, key), message(2, attributeValue(value))),
    ),
  ]);
}

function attributeValue(value: Attribute): Uint8Array {
  if ('text' in value) return text(2, value.text);
  if ('int' in value) return integer(3, value.int);
  if ('float' in value) return float(4, value.float);
  if ('bool' in value) return integer(5, value.bool ? 1 : 0);
  if ('type' in value) return integer(6, dataTypes[value.type]);
  if ('shape' in value) return message(7, shapeProto(value.shape));
  if ('ints' in value) return message(1, ...value.ints.map((each) => integer(3, each)));
  const { type, shape, content } = value.tensor;
  return message(8, integer(1, dataTypes[type]), message(2, shapeProto(shape)), bytes(4, content));
}

function shapeProto(shape: Shape): Uint8Array {
  return join(shape.map((side) => message(2, integer(1, side))));
}
