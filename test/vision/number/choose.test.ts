import { expect, test } from 'vitest';
import { chooseDigits, type ReadCandidate } from '../../../src/vision/number/choose.js';

/** A candidate of ordinary shape that the network takes for `digit`. */
function candidate(
  [from, to]: [number, number],
  digit: number,
  confidence: number,
  shape: Partial<ReadCandidate> = {},
): ReadCandidate {
  const probabilities = new Float32Array(10).fill((1 - confidence) / 9);
  probabilities[digit] = confidence;
  const part = { box: [0, 0, 1, 1] as const, mask: Uint8Array.of(1), area: 1 };
  const usual = { width: 0.6, height: 1, ink: 2.5, cut: 0, cuts: 0, gap: -1 };
  return { from, to, part, probabilities, ...usual, ...shape };
}

const digitsOf = (chosen: readonly ReadCandidate[]) =>
  chosen.map(({ probabilities }) => probabilities.indexOf(Math.max(...probabilities)));

test('pieces are joined where the whole is surer than they are', () => {
  const whole = candidate([0, 2], 8, 0.99);
  const halves = [candidate([0, 1], 3, 0.6, { cuts: 1, cut: 2 }), candidate([1, 2], 5, 0.6)];
  expect(digitsOf(chooseDigits({ pieces: 2, candidates: [whole, ...halves] }))).toEqual([8]);
});

test('and stay apart where they are surer than the whole', () => {
  const whole = candidate([0, 2], 8, 0.3, { width: 1.4, ink: 5 });
  const halves = [candidate([0, 1], 3, 0.99), candidate([1, 2], 5, 0.99)];
  expect(digitsOf(chooseDigits({ pieces: 2, candidates: [whole, ...halves] }))).toEqual([3, 5]);
});

test('a wide gap is within no digit', () => {
  const whole = candidate([0, 2], 8, 0.99, { gap: 0.8 });
  const halves = [candidate([0, 1], 3, 0.8), candidate([1, 2], 5, 0.8)];
  expect(digitsOf(chooseDigits({ pieces: 2, candidates: [whole, ...halves] }))).toEqual([3, 5]);
});

test('no pieces are no digits', () => {
  expect(chooseDigits({ pieces: 0, candidates: [] })).toEqual([]);
});
