import { expect, it } from 'vitest';
import { unservedSamples } from '../../../src/core/analysis/held-back.js';

/** Samples that are labelled 0 and read as a digit with a confidence. */
function answered(...answers: [digit: number, confidence: number][]) {
  const probabilities = new Float32Array(answers.length * 10);
  answers.forEach(([digit, confidence], index) => {
    probabilities.fill((1 - confidence) / 9, index * 10, index * 10 + 10);
    probabilities[index * 10 + digit] = confidence;
  });
  return { labels: new Uint8Array(answers.length), probabilities };
}

const samples = answered([0, 0.99], [1, 0.95], [0, 0.5], [2, 0.75], [3, 0.98], [0, 0.7]);

it('lists wrong answers that are kept, then what is held back, of each the most confident first', () => {
  expect(unservedSamples(samples, 0.9)).toEqual([4, 1, 3, 5, 2]);
});

it('lists all wrong answers and nothing else where everything is answered', () => {
  expect(unservedSamples(samples, 0)).toEqual([4, 1, 3]);
});

it('lists nothing where there are no samples', () => {
  expect(unservedSamples(answered(), 0.9)).toEqual([]);
});
