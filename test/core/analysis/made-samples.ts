import type { ScoredSamples } from '../../../src/core/analysis/scored-samples.js';

/** Samples as [label, answered digit, confidence]; what is left over goes to the other nine digits. */
export function madeSamples(
  ...rows: [label: number, digit: number, confidence: number][]
): ScoredSamples {
  const probabilities = new Float32Array(rows.length * 10);
  rows.forEach(([, digit, confidence], index) => {
    probabilities.fill((1 - confidence) / 9, index * 10, index * 10 + 10);
    probabilities[index * 10 + digit] = confidence;
  });
  return { labels: Uint8Array.from(rows, ([label]) => label), probabilities };
}

export const noSamples = madeSamples();
