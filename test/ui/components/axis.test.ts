import { describe, expect, it } from 'vitest';
import {
  type Axis,
  axisPosition,
  axisTicks,
  hasPlace,
  type Range,
  rangeOf,
  type Scale,
} from '../../../src/ui/components/axis.js';
import { type FootText, footRow } from '../../../src/ui/components/axis-labels.js';
import { rowText } from '../../../src/ui/rows.js';

const axis = (low: number, high: number, scale: Scale = 'linear'): Axis => ({
  range: [low, high],
  scale,
});

it.each<[number, Axis, number]>([
  [5, axis(0, 10), 50],
  [-3, axis(0, 10), 0],
  [30, axis(0, 10), 100],
  [1, axis(0.01, 100, 'log'), 50],
  [0.1, axis(0.01, 100, 'log'), 25],
  [0.5, axis(0.1, 0.9, 'logit'), 50],
  [0.99, axis(0.9, 0.999, 'logit'), 51],
  [1, axis(0.9, 0.999, 'logit'), 100],
  [0, axis(0.9, 0.999, 'logit'), 0],
  [7, axis(7, 7), 50],
])('the place of %d on %o is %i of 100', (value, on, expected) => {
  expect(axisPosition(value, on, 100)).toBe(expected);
});

it.each<[number, Scale, boolean]>([
  [-1, 'linear', true],
  [Number.NaN, 'linear', false],
  [Number.POSITIVE_INFINITY, 'linear', false],
  [1e-9, 'log', true],
  [0, 'log', false],
  [-1, 'log', false],
  [1, 'logit', true],
  [1.1, 'logit', false],
  [-0.1, 'logit', false],
])('%d has a place on a %s axis: %s', (value, scale, expected) => {
  expect(hasPlace(value, scale)).toBe(expected);
});

it.each<[number[], Scale, Range | undefined]>([
  [[3, Number.NaN, 1, Number.POSITIVE_INFINITY], 'linear', [1, 3]],
  [[0, 0.1, -4, 2], 'log', [0.1, 2]],
  [[0.5, 1, 0.9], 'logit', [0.5, 0.9]],
  [[1, 1], 'logit', undefined],
  [[], 'linear', undefined],
])('the range of %j on a %s axis is %j', (values, scale, expected) => {
  expect(rangeOf(values, scale)).toEqual(expected);
});

it.each<[Axis, number, number, number[]]>([
  [axis(1, 20), 4, 1, [5, 10, 15]],
  [axis(1, 20), 20, 1, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]],
  [axis(1, 3), 9, 1, [2]],
  [axis(0, 0.3), 2, 0, [0.1, 0.2]],
  [axis(0, 1), 3, 0, [0.5]],
  [axis(-5, 5), 5, 0, [-4, -2, 0, 2, 4]],
  [axis(-5, 5), 4, 0, [0]],
  [axis(0.01, 2, 'log'), 9, 0, [0.02, 0.05, 0.1, 0.2, 0.5, 1]],
  [axis(0.01, 2, 'log'), 3, 0, [0.1, 1]],
  [axis(0.001, 1, 'log'), 1, 0, [0.1]],
  [axis(1e-7, 1, 'log'), 2, 0, [1e-4, 0.1]],
  [axis(0.9, 0.999, 'logit'), 9, 0, [0.95, 0.98, 0.99, 0.995, 0.998]],
  [axis(0.3, 0.95, 'logit'), 9, 0, [0.5, 0.8, 0.9]],
  [axis(2, 2), 4, 0, []],
  [axis(0, 9), 0, 0, []],
])(
  'between the ends of %o stand at most %i round numbers, %d apart or more',
  (on, most, step, expected) => {
    expect(axisTicks(on, most, step)).toEqual(expected);
  },
);

describe('texts below a chart', () => {
  const number = (column: number, text: string, reach = 0): FootText => ({
    column,
    text,
    tone: 'dim',
    kind: 'number',
    reach,
  });
  const sign = (column: number, reach = 0): FootText => ({
    ...number(column, '*', reach),
    kind: 'sign',
  });
  const row = (...texts: FootText[]) => rowText(footRow(texts, 12));

  it('stand with their middle at their column, inside the row', () => {
    expect(row(number(0, '10'), number(6, '250'), number(11, '999'))).toBe('10   250 999');
  });

  it('make way for those before them, or are left out', () => {
    expect(row(number(5, '55'), number(6, '66'))).toBe('    55      ');
    expect(row(number(5, '55'), number(6, '66', 2))).toBe('    55 66   ');
    expect(row(number(5, '55'), sign(5, 1))).toBe('    55*     ');
    expect(row(number(9, '19'), number(11, '20', 9))).toBe('        19  ');
    expect(row(sign(11), number(11, '20', 1))).toBe('         20*');
  });
});
