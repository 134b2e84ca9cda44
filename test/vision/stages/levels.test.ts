import { expect, test } from 'vitest';
import { levelsStage } from '../../../src/vision/stages/levels.js';
import { applyStage, workOn } from './work.js';

function levelsOf(values: readonly number[], mask: readonly number[]): number[] {
  const image = { width: values.length, height: 1, pixels: Uint8Array.from(values) };
  return [
    ...applyStage(levelsStage, workOn(image, { mask: Uint8Array.from(mask) })).work.image.pixels,
  ];
}

test('faint ink becomes white, paper black, the edge between them grey', () => {
  expect(levelsOf([10, 20, 60, 100, 100, 100, 120], [0, 0, 1, 1, 1, 1, 1])).toEqual([
    0, 0, 128, 255, 255, 255, 255,
  ]);
});

test('ink that is white already stays white', () => {
  expect(levelsOf([0, 255, 255], [0, 1, 1])).toEqual([0, 255, 255]);
});
