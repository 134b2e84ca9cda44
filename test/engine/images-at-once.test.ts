import { expect, test } from 'vitest';
import { imagesAtOnce } from '../../src/engine/images-at-once.js';
import { digitNetwork, type Network } from '../../src/model/network.js';

/** A network whose largest layer makes that many values of an image. */
function making(units: number): Network {
  return {
    name: 'wide',
    input: [28, 28, 1],
    layers: [
      { kind: 'flatten', name: 'flatten' },
      { kind: 'dense', name: 'wide', units, activation: 'none' },
      { kind: 'dense', name: 'digits', units: 10, activation: 'none' },
    ],
  };
}

test.each([
  ['of the network that we train', digitNetwork, 256],
  ['of one that makes 64 MB of 256 images', making(65_536), 256],
  ['of one that makes more', making(65_537), 255],
  ['of one that makes 64 MB of a single one', making(2 ** 24), 1],
  ['of one that makes more even of that', making(2 ** 25), 1],
])('images at once %s', (_, network, count) => {
  expect(imagesAtOnce(network)).toBe(count);
});
