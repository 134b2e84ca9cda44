import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { Adam } from '../../../src/engine/portable/adam.js';
import { loadBackend } from '../../../src/engine/portable/load-backend.js';

beforeAll(loadBackend);

/** From 0, at the learning rate 0.1, worked out from the formula by hand. */
const cases = [
  { gradients: [1], expected: -0.1 },
  { gradients: [-0.5], expected: 0.1 },
  { gradients: [0], expected: 0 },
  // sqrt(0.001) * 1e-7 against an epsilon of 1e-7: 0.0316 / 1.0316 of a step.
  { gradients: [1e-7], expected: -0.0030654 },
  { gradients: [1, 1], expected: -0.2 },
  // Second step: moments -0.01 and 0.001999, corrected by 0.19 and 0.001999.
  { gradients: [1, -1], expected: -0.1 + 0.1 * (0.01 / 0.19) },
];

test.each(cases)(
  'gradients of $gradients move a weight to $expected',
  ({ gradients, expected }) => {
    const variable = tf.variable(tf.scalar(0));
    const adam = new Adam(new Map([['weight', variable]]));
    for (const gradient of gradients) adam.step({ [variable.name]: tf.scalar(gradient) }, 0.1);
    expect(variable.dataSync()[0]).toBeCloseTo(expected, 5);
  },
);
