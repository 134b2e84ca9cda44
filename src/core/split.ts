import { createRandom, shuffle } from './random.js';

/** Indices into a dataset. */
export interface Split {
  train: Uint32Array;
  validation: Uint32Array;
}

/**
 * Splits samples so that every digit keeps its share on both sides.
 * A digit with at least two samples is on both sides; one with a single sample is trained on.
 *
 * @param labels one digit a sample, 0..9
 * @param validationSplit share of the samples held back, 0..1
 * @returns indices in shuffled order, the same for the same seed
 */
export function stratifiedSplit(labels: Uint8Array, validationSplit: number, seed: number): Split {
  const random = createRandom(seed);
  const train: number[] = [];
  const validation: number[] = [];
  for (const indices of indicesByDigit(labels)) {
    shuffle(indices, random);
    const held = heldBack(indices.length, validationSplit);
    validation.push(...indices.slice(0, held));
    train.push(...indices.slice(held));
  }
  return {
    train: shuffle(Uint32Array.from(train), random),
    validation: shuffle(Uint32Array.from(validation), random),
  };
}

function indicesByDigit(labels: Uint8Array): number[][] {
  const groups: number[][] = Array.from({ length: 10 }, () => []);
  labels.forEach((label, index) => {
    groups[label].push(index);
  });
  return groups;
}

function heldBack(count: number, share: number): number {
  if (count < 2) return 0;
  return Math.min(count - 1, Math.max(1, Math.round(count * share)));
}
