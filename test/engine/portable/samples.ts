import { createRandom } from '../../../src/core/random.js';
import type { Batch } from '../../../src/engine/engine.js';
import type { Network } from '../../../src/model/network.js';

const side = 28;
const square = 6;

/** Every kind of layer, and an input that pooling does not divide evenly. */
export const smallNetwork: Network = {
  name: 'small',
  input: [9, 9, 1],
  layers: [
    { kind: 'conv', name: 'conv1', filters: 4, kernel: 3, activation: 'relu' },
    { kind: 'max-pool', name: 'pool1', size: 2 },
    { kind: 'batch-norm', name: 'norm1' },
    { kind: 'conv', name: 'conv2', filters: 8, kernel: 2, activation: 'relu' },
    { kind: 'flatten', name: 'flatten' },
    { kind: 'dropout', name: 'dropout1', rate: 0.25 },
    { kind: 'dense', name: 'dense1', units: 12, activation: 'relu' },
    { kind: 'batch-norm', name: 'norm2' },
    { kind: 'dense', name: 'digits', units: 10, activation: 'softmax' },
  ],
};

/** Images of 28x28: faint noise, with one bright square in a place that names the label. */
export function separableBatch(count: number, seed: number): Batch {
  const random = createRandom(seed);
  const labels = Uint8Array.from({ length: count }, () => random.below(10));
  const images = Uint8Array.from({ length: count * side * side }, () => random.below(60));
  for (const [sample, label] of labels.entries()) {
    const top = Math.floor(label / 4) * 9;
    const left = (label % 4) * 6;
    for (let row = top; row < top + square; row++) {
      const start = (sample * side + row) * side + left;
      images.fill(255, start, start + square);
    }
  }
  return { images, labels };
}
