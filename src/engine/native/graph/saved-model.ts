import { type Attribute, dataTypes, type Graph, type Node, type Shape } from './graph.js';
import { bytes, float, integer, join, message, text } from './protobuf.js';

/** The tag that a session asks for when it loads the file. */
export const servingTag = 'serve';

/** TF_GRAPH_DEF_VERSION of TensorFlow 2.9, the oldest that runs our graphs. */
const graphDefVersion = 1087;

/**
 * A graph as the content of `saved_model.pb`, without signatures: nodes are fed and fetched by name.
 * Field numbers are those of saved_model.proto, meta_graph.proto, graph.proto, node_def.proto,
 * attr_value.proto, tensor.proto and tensor_shape.proto in tensorflow/core.
 */
export function toSavedModel(graph: Graph): Uint8Array {
  const schemaVersion = integer(1, 1);
  const metaInformation = message(1, text(4, servingTag));
  const versions = message(4, integer(1, graphDefVersion));
  const graphDef = message(2, ...graph.nodes.map((node) => message(1, nodeDef(node))), versions);
  return join([schemaVersion, message(2, metaInformation, graphDef)]);
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
