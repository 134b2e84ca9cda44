import { describe, expect, test } from 'vitest';
import { gradientsOf } from '../../../src/engine/native/gradients.js';
import { relu } from '../../../src/engine/native/graph/activations.js';
import { add, fetched, multiply } from '../../../src/engine/native/graph/arithmetic.js';
import { Graph } from '../../../src/engine/native/graph/graph.js';
import { constant, float32, placeholder } from '../../../src/engine/native/graph/sources.js';
import { conv2d } from '../../../src/engine/native/graph/windows.js';
import { Session } from '../../../src/engine/native/session.js';
import { float, integer, message, text } from '../../../src/model/formats/protobuf.js';
import { describeNative } from './native.js';

describe('protocol buffers', () => {
  const hex = (field: Uint8Array) => Buffer.from(field).toString('hex');

  test.each([
    // The three examples of https://protobuf.dev/programming-guides/encoding.
    ['a whole number', integer(1, 150), '089601'],
    ['text', text(2, 'testing'), '120774657374696e67'],
    ['a message in a message', message(3, integer(1, 150)), '1a03089601'],
    ['zero', integer(1, 0), '0800'],
    ['a number below zero in ten bytes', integer(1, -1), '08ffffffffffffffffff01'],
    ['a field above 15 in two bytes', integer(16, 1), '800101'],
    ['a float', float(4, 1), '250000803f'],
  ])('writes %s', (_, field, expected) => {
    expect(hex(field)).toBe(expected);
  });
});

describe('a graph', () => {
  test('names nodes by their op and gives a second one a number', () => {
    const graph = new Graph();
    const value = float32(graph, 1);
    relu(relu(value));
    expect(graph.nodes.map(({ name }) => name)).toEqual(['Const', 'Relu', 'Relu_1']);
  });

  test('knows the shape of a convolution', () => {
    const graph = new Graph();
    const images = placeholder(graph, 'images', 'float32', [-1, 28, 28, 1]);
    const kernel = constant(graph, new Float32Array(5 * 5 * 8), [5, 5, 1, 8]);
    const plain = { strides: [1, 1], padding: 'valid' } as const;
    expect(conv2d(images, kernel, plain).shape).toEqual([-1, 24, 24, 8]);
    const stepping = { strides: [2, 3], padding: 'same' } as const;
    expect(conv2d(images, kernel, stepping).shape).toEqual([-1, 14, 10, 8]);
    expect(() => conv2d(conv2d(images, kernel, plain), kernel, plain)).toThrow('channels');
  });
});

describe('gradients', () => {
  test('refuse an op without a rule, and a value that nothing depends on', () => {
    const graph = new Graph();
    const x = constant(graph, Float32Array.of(1, 2), [1, 2]);
    const unused = float32(graph, 3);
    const { outputs } = graph.add({ op: 'Rint', inputs: [x], outputs: [x] });
    expect(() => gradientsOf(outputs[0], [x])).toThrow('Rint has no gradient rule');
    expect(() => gradientsOf(relu(x), [unused])).toThrow('does not reach Const_1');
  });
});

await describeNative('a session', ({ binding }) => {
  test('adds up the gradients of a value that is used twice', () => {
    const graph = new Graph();
    const x = placeholder(graph, 'x', 'float32', []);
    // x * x + x, which changes by 2 x + 1.
    const [gradient] = gradientsOf(add(multiply(x, x), x), [x]);
    fetched('gradient', gradient, []);
    const session = new Session(binding, graph);
    const feed = { name: 'x', type: 'float32', shape: [], values: Float32Array.of(3) } as const;
    expect(session.run([feed], ['gradient'])).toEqual([Float32Array.of(7)]);
    session.close();
  });
});
