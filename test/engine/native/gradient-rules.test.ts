import { expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import type { Binding } from '../../../src/engine/native/binding.js';
import { gradientRules } from '../../../src/engine/native/gradient-rules.js';
import { gradientsOf } from '../../../src/engine/native/gradients.js';
import {
  elu,
  erf,
  leakyRelu,
  relu,
  relu6,
  selu,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from '../../../src/engine/native/graph/activations.js';
import {
  add,
  biasAdd,
  fetched,
  matMul,
  mean,
  multiply,
  reshape,
} from '../../../src/engine/native/graph/arithmetic.js';
import { normaliseBatch } from '../../../src/engine/native/graph/batch-norm.js';
import { crossEntropy, oneHot } from '../../../src/engine/native/graph/classes.js';
import { Graph, type Shape, type Value } from '../../../src/engine/native/graph/graph.js';
import {
  constant,
  float32,
  int32s,
  placeholder,
} from '../../../src/engine/native/graph/sources.js';
import { averagePool, conv2d, maxPool, zeroPad } from '../../../src/engine/native/graph/windows.js';
import { Session } from '../../../src/engine/native/session.js';
import { describeNative } from './native.js';

interface Case {
  /** Shapes of the values that the gradient is taken by. */
  inputs: readonly Shape[];
  make(...inputs: Value[]): Value;
}

const image = [2, 4, 5, 2];
const row = [3, 10];

function unary(make: (x: Value) => Value, shape: Shape = image): Case {
  return { inputs: [shape], make };
}

const stepping = { strides: [2, 1], padding: 'same' } as const;

/** At least one for each rule, by its op. */
const cases: Record<string, Case> = {
  AddV2: { inputs: [row, row], make: add },
  Mul: { inputs: [row, row], make: multiply },
  BiasAdd: { inputs: [image, [2]], make: biasAdd },
  MatMul: {
    inputs: [
      [3, 4],
      [4, 5],
    ],
    make: (x, kernel) => matMul(x, kernel, 'neither'),
  },
  Mean: unary(mean, [7]),
  Reshape: unary((x) => reshape(x, [8, 10])),
  Conv2D: { inputs: [image, [3, 2, 2, 3]], make: (x, kernel) => conv2d(x, kernel, stepping) },
  MaxPool: unary((x) => maxPool(x, { size: [3, 2], ...stepping })),
  AvgPool: unary((x) => averagePool(x, { size: [3, 2], ...stepping })),
  Pad: unary((x) => zeroPad(x, [1, 0, 2, 3])),
  FusedBatchNormV3: {
    inputs: [image, [2], [2]],
    make: (x, gamma, beta) => normaliseBatch(x, { gamma, beta }, 0.1).y,
  },
  Relu: unary(relu),
  Relu6: unary((x) => relu6(multiply(x, float32(x.node.graph, 5)))),
  LeakyRelu: unary((x) => leakyRelu(x, 0.3)),
  Elu: unary(elu),
  Selu: unary(selu),
  Sigmoid: unary(sigmoid),
  Tanh: unary(tanh),
  Softplus: unary(softplus),
  Erf: unary(erf),
  Softmax: unary(softmax),
  SoftmaxCrossEntropyWithLogits: unary(
    (logits) => crossEntropy(logits, oneHot(int32s(logits.node.graph, 1, 9, 4), 10)),
    row,
  ),
};

test('every gradient rule has a case', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(gradientRules).sort());
});

await describeNative('the gradient rule', ({ binding }) => {
  test.each(Object.entries(cases))(
    'of %s gives what small changes give',
    (op, { inputs, make }) => {
      const graph = new Graph();
      const sources = inputs.map((shape, place) =>
        placeholder(graph, `x${place}`, 'float32', shape),
      );
      const output = make(...sources);
      expect(graph.nodes.some((node) => node.op === op)).toBe(true);
      const scalar = weighted(output);
      fetched('scalar', scalar, []);
      const names = gradientsOf(scalar, sources).map(
        (gradient) => fetched('gradient', gradient, []).node.name,
      );
      const run = runner(binding, graph, inputs);
      const values = inputs.map((shape, place) => apart(sizeOf(shape), place + 1));
      const gradients = run(values, names);
      for (const [input, gradient] of gradients.entries()) {
        expect(gradient).toHaveLength(values[input].length);
        for (const place of gradient.keys()) {
          const slope = slopeOf((changed) => run(changed, ['scalar'])[0][0], values, input, place);
          expect(gradient[place]).toBeCloseTo(slope, 2);
        }
      }
      expect(gradients.some((gradient) => gradient.some((value) => Math.abs(value) > 0.05))).toBe(
        true,
      );
      run.close();
    },
  );
});

/** A sum of all values, each with a weight of its own: no gradient can hide behind another. */
function weighted(output: Value): Value {
  const { graph } = output.node;
  if (output.shape.length === 0) return output;
  const count = sizeOf(output.shape);
  const weights = constant(graph, spread(count, 99), [count]);
  const flat = reshape(output, [count]);
  return mean(multiply(flat, multiply(weights, float32(graph, count / 4))));
}

function runner(binding: Binding, graph: Graph, shapes: readonly Shape[]) {
  const session = new Session(binding, graph);
  const run = (values: readonly Float32Array[], fetches: readonly string[]) =>
    session.run(
      values.map((own, place) => ({
        name: `x${place}`,
        type: 'float32',
        shape: shapes[place],
        values: own,
      })),
      fetches,
    ) as Float32Array[];
  return Object.assign(run, { close: () => session.close() });
}

const nudge = 0.01;

/** The change of a function with one of its values, from both sides. */
function slopeOf(
  of: (values: readonly Float32Array[]) => number,
  values: readonly Float32Array[],
  input: number,
  place: number,
): number {
  const at = (change: number) =>
    of(
      values.map((own, index) =>
        index === input ? own.map((value, at) => (at === place ? value + change : value)) : own,
      ),
    );
  return (at(nudge) - at(-nudge)) / (2 * nudge);
}

/** From -2 to 2 in another order, no two nearer than two nudges and none so near to a bend at 0. */
function apart(count: number, seed: number): Float32Array {
  const order = Array.from(spread(count, seed), (value, place) => ({ value, place }));
  const values = new Float32Array(count);
  for (const [rank, { place }] of order.sort((a, b) => a.value - b.value).entries()) {
    values[place] = ((rank + 0.5) / count) * 4 - 2;
  }
  return values;
}

function spread(count: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => random.uniform() * 2 - 1);
}

function sizeOf(shape: Shape): number {
  return shape.reduce((product, side) => product * side, 1);
}
