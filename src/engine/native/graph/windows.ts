import { type Window, windowedSides } from '../../../model/windows.js';
import { reshape, shapeOf } from './arithmetic.js';
import type { Node, Shape, Value } from './graph.js';
import { float, operation } from './operation.js';
import { constant, int32s } from './sources.js';

/** @param x [n, h, w, in] @param kernel [height, width, in, out] @returns [n, h', w', out] */
export function conv2d(x: Value, kernel: Value, { strides, padding }: Omit<Window, 'size'>): Value {
  const [kernelHeight, kernelWidth, inputs, outputs] = kernel.shape;
  const [n, , , channels] = x.shape;
  if (inputs !== channels) throw new Error(`a kernel for ${inputs} channels meets ${channels}`);
  const window = { size: [kernelHeight, kernelWidth] as const, strides, padding };
  const shape = [n, ...windowedSides(x.shape.slice(1), window), outputs];
  return operation('Conv2D', [x, kernel], movement(window), { type: 'float32', shape });
}

/** Gradients of a convolution's input and its kernel. */
export function conv2dGradients({ inputs, attributes }: Node, gradient: Value): [Value, Value] {
  const [x, kernel] = inputs;
  const sizes = int32s(x.node.graph, ...kernel.shape);
  return [
    operation('Conv2DBackpropInput', [shapeOf(x), kernel, gradient], attributes, x),
    operation('Conv2DBackpropFilter', [x, sizes, gradient], attributes, kernel),
  ];
}

/** @param x [n, h, w, c] @returns the largest of each window, [n, h', w', c] */
export function maxPool(x: Value, window: Window): Value {
  return pool('MaxPool', x, window);
}

/** To the first largest value of each window. */
export function maxPoolGradient({ inputs, outputs, attributes }: Node, gradient: Value): Value {
  const [x] = inputs;
  return operation('MaxPoolGrad', [x, outputs[0], gradient], attributes, x);
}

/** @param x [n, h, w, c] @returns the mean of what each window has of the image, [n, h', w', c] */
export function averagePool(x: Value, window: Window): Value {
  return pool('AvgPool', x, window);
}

export function averagePoolGradient({ inputs: [x], attributes }: Node, gradient: Value): Value {
  return operation('AvgPoolGrad', [shapeOf(x), gradient], attributes, x);
}

/** Zeros around images. @param x [n, h, w, c] @param around above, below, left and right */
export function zeroPad(x: Value, around: readonly [number, number, number, number]): Value {
  const [top, bottom, left, right] = around;
  const [n, height, width, channels] = x.shape;
  const sides = Int32Array.of(0, 0, top, bottom, left, right, 0, 0);
  const paddings = constant(x.node.graph, sides, [4, 2]);
  const shape = [n, height + top + bottom, width + left + right, channels];
  const attributes = { ...float, Tpaddings: { type: 'int32' } } as const;
  return operation('Pad', [x, paddings], attributes, { type: 'float32', shape });
}

/** What lies where the image was. */
export function zeroPadGradient({ inputs: [x, paddings] }: Node, gradient: Value): Value {
  const { graph } = x.node;
  const before = slice(paddings, int32s(graph, 0, 0), int32s(graph, 4, 1), [4, 1]);
  return slice(gradient, reshape(before, [4]), shapeOf(x), x.shape);
}

function slice(value: Value, begin: Value, size: Value, shape: Shape): Value {
  const attributes = { T: { type: value.type }, Index: { type: 'int32' } } as const;
  return operation('Slice', [value, begin, size], attributes, { type: value.type, shape });
}

function pool(op: string, x: Value, window: Window): Value {
  const [n, height, width, channels] = x.shape;
  const shape = [n, ...windowedSides([height, width], window), channels];
  const attributes = { ...movement(window), ksize: { ints: [1, ...window.size, 1] } };
  return operation(op, [x], attributes, { type: 'float32', shape });
}

function movement({ strides, padding }: Window) {
  return {
    ...float,
    strides: { ints: [1, ...strides, 1] },
    padding: { text: padding.toUpperCase() },
  };
}
