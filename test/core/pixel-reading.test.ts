import { describe, expect, it } from 'vitest';
import {
  pixelFormula,
  pixelReadings,
  readingOf,
  readingWords,
} from '../../src/core/pixel-reading.js';

describe('what is made of black and of white', () => {
  it.each([
    ['unit', 'light-on-dark', 0, 1],
    ['unit', 'dark-on-light', 1, 0],
    ['byte', 'light-on-dark', 0, 255],
    ['byte', 'dark-on-light', 255, 0],
    ['signed', 'light-on-dark', -1, 1],
    ['signed', 'dark-on-light', 1, -1],
  ] as const)('%s, %s', (scale, polarity, black, white) => {
    const formula = pixelFormula({ scale, polarity });
    expect(0 * formula.scale + formula.offset).toBeCloseTo(black, 12);
    expect(255 * formula.scale + formula.offset).toBeCloseTo(white, 12);
  });
});

it('calls every reading by words of its own, the usual one first', () => {
  expect(pixelReadings.map(readingWords)).toEqual([
    'as it is',
    'inverted',
    'with pixels of 0 to 255',
    'inverted, with pixels of 0 to 255',
    'with pixels of -1 to 1',
    'inverted, with pixels of -1 to 1',
  ]);
});

it('is known by its formula again', () => {
  expect(pixelReadings.map((reading) => readingOf(pixelFormula(reading)))).toEqual(pixelReadings);
  expect(readingOf({ scale: 2, offset: 0 })).toBeUndefined();
});
