import { expect, test } from 'vitest';
import { sizeStage } from '../../../src/vision/stages/size.js';
import { sheet } from '../drawing.js';
import { applyStage, workOn } from './work.js';

const even = (width: number, height: number) => workOn(sheet(() => false, { width, height }));

test.each([
  [512, 384, 200, 150, 2.56],
  [28, 28, 112, 112, 0.25],
  [600, 1, 200, 1, 3],
])('%ix%i is looked at in %ix%i', (width, height, newWidth, newHeight, scale) => {
  const { work } = applyStage(sizeStage, even(width, height));
  expect(work.image).toMatchObject({ width: newWidth, height: newHeight });
  expect(work.scale).toBeCloseTo(scale);
});

test('a size in between stays', () => {
  expect(sizeStage.apply(even(200, 90))).toBeUndefined();
});
