import { expect, it } from 'vitest';
import { decodeExplanation } from '../../../src/state/analytics/explanation.js';
import { explainAnswer } from './scores-fakes.js';

it('takes a layer apart into a picture a channel', () => {
  const { occlusion, layers } = decodeExplanation(explainAnswer());
  expect(layers[0].pictures.map((picture) => [...picture])).toEqual([
    [255, 51],
    [10, 20],
    [0, 0],
  ]);
  expect(occlusion.kept[0]).toBeCloseTo(0.1);
  expect(occlusion.kept).toHaveLength(784);
  expect([...occlusion.digits.subarray(99, 105)]).toEqual([9, 4, 4, 4, 4, 9]);
});
