import { describe, expect, it } from 'vitest';
import { type Measured, parseFigures, type Unit } from '../../bench/figures.js';
import { median, percentile, summarise } from '../../bench/summary.js';

function measured(subject: string, unit: Unit, ...values: number[]): Measured[] {
  return values.map((value, index) => {
    return { what: 'train', subject, setting: 'batch 32', unit, round: index + 1, value };
  });
}

describe('medians and percentiles', () => {
  it.each([
    [[7], 7],
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[], Number.NaN],
  ])('of %j the middle is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('lie between the two nearest values', () => {
    expect(percentile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48, 10);
    expect(percentile([10, 20, 30], 1)).toBe(30);
  });
});

describe('a summary', () => {
  it('holds the median and the spread over rounds', () => {
    expect(summarise(measured('Digitscope native', 'images/s', 100, 300, 120))).toEqual([
      {
        what: 'train',
        subject: 'Digitscope native',
        setting: 'batch 32',
        unit: 'images/s',
        median: 120,
        lowest: 100,
        highest: 300,
        rounds: 3,
      },
    ]);
  });

  it.each([
    ['images/s', 300, 200, 1.5],
    ['s', 2, 10, 5],
    ['MB', 400, 800, 2],
  ] as const)('says how many times better we are in %s', (unit, ours, theirs, ratio) => {
    const figures = [
      ...measured('Keras', unit, theirs),
      ...measured('Digitscope native, fast', unit, ours),
    ];
    expect(summarise(figures).map((summary) => summary.ours)).toEqual([ratio, undefined]);
  });

  it('compares neither percentages nor what we did not measure', () => {
    const percent = [...measured('Digitscope native', '%', 99), ...measured('Keras', '%', 98)];
    expect(summarise(percent).map((summary) => summary.ours)).toEqual([undefined, undefined]);
    expect(summarise(measured('Keras', 's', 1))[0].ours).toBeUndefined();
  });

  it('puts the subjects of a setting together', () => {
    const rounds = [1, 2].flatMap((round) =>
      ['Digitscope native', 'Keras'].flatMap((subject) =>
        ['batch 32', 'batch 128'].map(
          (setting): Measured => ({
            what: 'train',
            subject,
            setting,
            unit: 'images/s',
            round,
            value: 1,
          }),
        ),
      ),
    );
    expect(summarise(rounds).map(({ setting, subject }) => `${setting} ${subject}`)).toEqual([
      'batch 32 Digitscope native',
      'batch 32 Keras',
      'batch 128 Digitscope native',
      'batch 128 Keras',
    ]);
  });
});

describe('figures that a child prints', () => {
  const line = '{"subject":"Keras","setting":"batch 32","unit":"images/s","value":5}';

  it('are read line by line, other words are passed over', () => {
    expect(parseFigures(`loading\n${line}\n`)).toEqual([
      { subject: 'Keras', setting: 'batch 32', unit: 'images/s', value: 5 },
    ]);
  });

  it('are refused in a unit that is not known', () => {
    expect(() => parseFigures(line.replace('images/s', 'furlongs'))).toThrow('Invalid option');
  });
});
