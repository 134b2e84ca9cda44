import { describe, expect, it } from 'vitest';
import {
  classBars,
  confidenceBars,
  horizontalBars,
  meter,
} from '../../../src/ui/components/bars.js';
import { progressBar } from '../../../src/ui/components/progress-bar.js';
import { sparkline } from '../../../src/ui/components/sparkline.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';

const glyphs = glyphsFor('unicode');
const ascii = glyphsFor('ascii');

it.each([
  [[0, 1, 2, 3, 4, 5, 6, 7], 8, '▁▂▃▄▅▆▇█'],
  [[0, 7], 4, '▁█  '],
  [[5, 5], 2, '▅▅'],
  [[0, Number.NaN, 7], 3, '▁ █'],
  [[0, 0, 7, 7], 2, '▁█'],
  [[], 3, '   '],
  [[1], 0, ''],
])('a sparkline of %j in %i cells is "%s"', (values, width, expected) => {
  expect(sparkline({ values, width, glyphs })).toBe(expected);
});

it.each([
  [0, '    '],
  [0.5, '██  '],
  [1 / 32, '▏   '],
  [0.9, '███▋'],
  [1, '████'],
  [7, '████'],
  [-1, '    '],
  [Number.NaN, '    '],
])('a meter at %d is "%s"', (fraction, expected) => {
  expect(meter(fraction, 4, glyphs)).toBe(expected);
});

describe('horizontal bars', () => {
  it('align labels, bars and texts', () => {
    const items = [
      { label: 'train', value: 4, text: '4' },
      { label: 'test', value: 1, text: '1,000' },
    ];
    expect(horizontalBars({ items, width: 20, glyphs }).map(rowText)).toEqual([
      'train ████████     4',
      'test  ██       1,000',
    ]);
  });

  it('are empty, not broken, without a total, an item or room', () => {
    const items = [{ label: 'a', value: 0, text: '0' }];
    expect(horizontalBars({ items, width: 8, glyphs }).map(rowText)).toEqual(['a      0']);
    expect(horizontalBars({ items: [], width: 8, glyphs })).toEqual([]);
    expect(horizontalBars({ items, width: 2, glyphs }).map(rowText)).toEqual(['a…']);
  });

  it('that are about as long are parted where they lie below each other', () => {
    const items = [
      { label: 'a', value: 4, text: '4' },
      { label: 'b', value: 3.5, text: '3.5' },
    ];
    const drawn = (signs: typeof glyphs) =>
      horizontalBars({ items, width: 10, bars: 'thin', glyphs: signs }).map(rowText);
    expect(drawn(glyphs)).toEqual(['a ▄▄▄▄   4', 'b ▄▄▄▖ 3.5']);
    expect(drawn(ascii)).toEqual(['a ====   4', 'b ==== 3.5']);
  });

  it('show ten probabilities with the best one marked', () => {
    const probabilities = [0.01, 0, 0, 0, 0, 0, 0, 0.987, 0.003, 0];
    const rows = confidenceBars({ probabilities, width: 20, glyphs });
    expect(rows).toHaveLength(10);
    expect(rowText(rows[0])).toBe(' 0 ▏           1.0 %');
    expect(rowText(rows[7])).toBe('›7 █████████▉ 98.7 %');
    expect(rows[7].some((part) => part.tone === 'accent')).toBe(true);
  });

  it('show the samples of each class and mark one without any', () => {
    const rows = classBars({ counts: [60, 30, 0, 30], width: 24, glyphs: ascii }).map(rowText);
    expect(rows).toEqual([
      '0 ========== 60  50.0 % ',
      '1 =====      30  25.0 % ',
      '2             0   0.0 %!',
      '3 =====      30  25.0 % ',
    ]);
  });
});

it.each([
  [7, 20, ' epoch  7/20 ███▌░░░░░░  35 %'],
  [20, 20, ' epoch 20/20 ██████████ 100 %'],
  [25, 20, ' epoch 20/20 ██████████ 100 %'],
  [199, 200, ' epoch 199/200 ████████  99 %'],
  [0, 0, ' epoch 0/? ░░░░░░░░░░░░   0 %'],
  [Number.NaN, 20, ' epoch  0/20 ░░░░░░░░░░   0 %'],
])('progress %d of %d is "%s"', (value, total, expected) => {
  const row = progressBar({ label: ' epoch', value, total, width: 29, glyphs });
  expect(rowText(row)).toBe(expected);
});

it('gives up the bar, then the note, in a narrow terminal', () => {
  const options = { label: 'step', value: 1, total: 2, glyphs, note: 'left 1 s' };
  expect(rowText(progressBar({ ...options, width: 24 }))).toBe('step 1/2   50 %   left …');
});
