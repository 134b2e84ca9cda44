import { gradientRules } from './gradient-rules.js';
import { add } from './graph/arithmetic.js';
import type { Node, Value } from './graph/graph.js';
import { float32 } from './graph/sources.js';

/**
 * Writes the gradient of a scalar by each of the values into their graph: reverse accumulation
 * over the nodes between them (Griewank and Walther, Evaluating Derivatives, 2008, ch. 3.2).
 *
 * @returns one gradient a value, in their order
 * @throws Error where the scalar does not depend on a value, or does through an op without a rule
 */
export function gradientsOf(scalar: Value, values: readonly Value[]): Value[] {
  const gradients = new Map<Value, Value>([[scalar, float32(scalar.node.graph, 1)]]);
  for (const node of nodesBetween(values, scalar).reverse()) {
    const gradient = gradients.get(node.outputs[0]);
    if (!gradient) continue;
    const rule = gradientRules[node.op];
    if (!rule) throw new Error(`${node.op} has no gradient rule`);
    rule(node, gradient).forEach((part, place) => {
      const input = node.inputs[place];
      const before = gradients.get(input);
      gradients.set(input, before ? add(before, part) : part);
    });
  }
  return values.map((value) => {
    const gradient = gradients.get(value);
    if (!gradient) throw new Error(`the gradient does not reach ${value.node.name}`);
    return gradient;
  });
}

/**
 * Nodes that depend on the values, in the order that they run in, up to that of the result.
 * What is whole numbers, such as a shape, carries no gradient.
 */
function nodesBetween(values: readonly Value[], result: Value): Node[] {
  const { nodes } = result.node.graph;
  const dependent = new Set(values.map((value) => value.node));
  // A node is written after all that it takes in, so one pass in order finds them all.
  return nodes.slice(0, nodes.indexOf(result.node) + 1).filter((node) => {
    const depends = node.inputs.some((input) => dependent.has(input.node));
    if (!depends || node.outputs[0]?.type !== 'float32') return false;
    dependent.add(node);
    return true;
  });
}
