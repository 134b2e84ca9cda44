import { expect, it } from 'vitest';
import { inDigitOrder } from '../../src/model/class-order.js';
import type { Network } from '../../src/model/network.js';
import { smallNetwork } from './made-models.js';

const fromOne = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];
const bias = Float32Array.from({ length: 10 }, (_, output) => output * 100);

it('moves the columns of the last kernel and its bias, and nothing before them', () => {
  const first = Float32Array.of(5, 6, 7, 8);
  const network: Network = {
    name: 'two',
    input: [1, 2, 1],
    layers: [
      { kind: 'flatten', name: 'flatten' },
      { kind: 'dense', name: 'first', units: 2, activation: 'relu' },
      { kind: 'dense', name: 'last', units: 10, activation: 'none' },
      { kind: 'activation', name: 'softmax', activation: 'softmax' },
    ],
  };
  const kernel = Float32Array.from({ length: 20 }, (_, index) => index);
  const weights = new Map([
    ['first/kernel', first],
    ['first/bias', Float32Array.of(1, 2)],
    ['last/kernel', kernel],
    ['last/bias', bias],
  ]);
  const ordered = inDigitOrder(network, weights, fromOne);
  expect(ordered.get('first/kernel')).toBe(first);
  expect([...(ordered.get('last/kernel') ?? [])]).toEqual([
    9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 19, 10, 11, 12, 13, 14, 15, 16, 17, 18,
  ]);
  expect([...(ordered.get('last/bias') ?? [])]).toEqual([
    900, 0, 100, 200, 300, 400, 500, 600, 700, 800,
  ]);
});

it('refuses a network that ends in another way', () => {
  const network = smallNetwork('scaled');
  const layers = [
    ...network.layers,
    { kind: 'rescale', name: 'late', scale: 2, offset: 0 } as const,
  ];
  expect(() => inDigitOrder({ ...network, layers }, new Map(), fromOne)).toThrow(/put in order/);
});
