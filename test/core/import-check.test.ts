import { describe, expect, it } from 'vitest';
import { bestReading, type ImportCheck, importRemarks } from '../../src/core/import-check.js';
import { pixelReadings } from '../../src/core/pixel-reading.js';

/** Accuracies in the order of `pixelReadings`: unit, byte, signed; each as it is and inverted. */
function check(...accuracies: number[]): ImportCheck {
  const readings = pixelReadings.map((reading, place) => ({
    ...reading,
    accuracy: accuracies[place],
  }));
  return { source: 'mnist:test', count: 1000, readings };
}

describe('the best way of reading', () => {
  const checked = check(0.27, 0.73, 0.1, 0.6, 0.2, 0.95);

  it.each([
    [{}, 'signed', 'dark-on-light'],
    [{ scale: 'unit' }, 'unit', 'dark-on-light'],
    [{ polarity: 'light-on-dark' }, 'unit', 'light-on-dark'],
    [{ scale: 'byte', polarity: 'light-on-dark' }, 'byte', 'light-on-dark'],
  ] as const)('is found among those that go with %o', (said, scale, polarity) => {
    expect(bestReading(checked, said)).toMatchObject({ scale, polarity });
  });

  it('is the usual one where others read as well', () => {
    const same = check(0.9, 0.9, 0.9, 0.9, 0.9, 0.9);
    expect(bestReading(same)).toMatchObject(pixelReadings[0]);
  });
});

describe('what is said of an import', () => {
  const [usual, inverted] = pixelReadings;

  it('names what it reads as it is and as it is imported, where that is another', () => {
    expect(importRemarks(check(0.27, 0.93, 0, 0, 0, 0), inverted)).toEqual([
      'of 1000 samples of mnist:test it reads 27.0 % as it is and 93.0 % inverted: it is imported inverted',
    ]);
  });

  it('says by which options it would read better than it was asked to', () => {
    expect(importRemarks(check(0.27, 0.73, 0, 0, 0, 0), usual)).toEqual([
      'of 1000 samples of mnist:test it reads 27.0 % as it is',
      'it reads 73.0 % inverted: import it with --inverted --scale unit to have it so',
    ]);
  });

  it('warns where no way reads well, and where outputs were put in order', () => {
    const checked = check(0.5, 0.1, 0, 0, 0, 0);
    checked.readings[0].classes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];
    expect(importRemarks(checked, usual)).toEqual([
      'of 1000 samples of mnist:test it reads 50.0 % as it is',
      'its outputs stand for 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, and were put in order',
      expect.stringMatching(/reads badly/),
    ]);
  });

  it('has no more to say of one that reads well as it is', () => {
    expect(importRemarks(check(0.99, 0.1, 0, 0, 0, 0), usual)).toHaveLength(1);
  });
});
