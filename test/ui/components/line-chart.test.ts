import { describe, expect, it } from 'vitest';
import { cellWidth } from '../../../src/ui/cells.js';
import type { ChartSeries } from '../../../src/ui/components/chart-series.js';
import {
  chartXAt,
  type LineChartOptions,
  lineChart,
} from '../../../src/ui/components/line-chart.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { rowText } from '../../../src/ui/rows.js';

const glyphs = glyphsFor('unicode');
const ascii = glyphsFor('ascii');

function series(values: number[], options: Partial<ChartSeries> = {}): ChartSeries {
  const points = values.map((y, x) => ({ x, y }));
  return { points, tone: 'accent', stroke: 'solid', ...options };
}

describe('a line chart', () => {
  const draw = (lines: ChartSeries[], width: number, height: number, signs = glyphs) =>
    lineChart({ series: lines, width, height, glyphs: signs }).map(rowText);

  it('draws a falling line with both axes labelled', () => {
    expect(draw([series([3, 2, 1, 0])], 12, 4)).toEqual([
      '3 ⠑⠢⣀       ',
      '     ⠉⠒⠤⣀   ',
      '0        ⠉⠢⢄',
      '  0     2  3',
    ]);
  });

  it('leaves a gap for what is not a number', () => {
    expect(draw([series([1, 1, Number.NaN, 1, Number.POSITIVE_INFINITY])], 10, 1)).toEqual([
      '1 ⠤⠤⠤    ⠠',
    ]);
  });

  it('draws two series on one axis, the second dotted', () => {
    const second = series([0, 0, 0, 0, 0, 0], { stroke: 'dotted', tone: 'warning' });
    const rows = lineChart({
      series: [series([1, 1, 1, 1, 1, 1]), second],
      width: 10,
      height: 2,
      glyphs,
    });
    expect(rows.map(rowText)).toEqual(['1 ⠉⠉⠉⠉⠉⠉⠉⠉', '0 ⣀⡀ ⣀⡀ ⣀⡀']);
    expect(rows[0].map((part) => part.tone)).toEqual(['dim', 'accent']);
    expect(rows[1].find((part) => part.text === '⣀⡀')?.tone).toBe('warning');
  });

  it('uses signs of its own for each stroke where there is no braille', () => {
    const lines = [series([2, 1, 0]), series([0, 0, 0], { stroke: 'dotted' })];
    expect(draw(lines, 11, 4, ascii)).toEqual([
      '2 **       ',
      '    ****   ',
      '0 ooooooooo',
      '  0   1   2',
    ]);
  });

  it('keeps to the ranges it is given', () => {
    const rows = lineChart({
      series: [series([5, 500])],
      width: 14,
      height: 3,
      glyphs,
      xRange: [0, 10],
      yRange: [0, 10],
      formatY: (value) => `${value}.0`,
    }).map(rowText);
    expect(rows[0].slice(0, 5)).toBe('10.0 ');
    expect(rows[1].slice(0, 5)).toBe(' 0.0 ');
    expect(rows[2]).toBe('     0   5  10');
  });

  it.each([
    [[], 8, 2],
    [[Number.NaN], 8, 2],
  ])('is blank without a point to draw: %j', (values, width, height) => {
    expect(draw([series(values)], width, height)).toEqual(['        ', '        ']);
  });

  it('has exactly its size, however small', () => {
    for (const [width, height] of [
      [0, 0],
      [1, 1],
      [2, 1],
      [3, 5],
      [9, 2],
      [80, 24],
    ]) {
      const rows = draw([series([1, 3, 2]), series([0.001])], width, height);
      expect(rows).toHaveLength(height);
      for (const row of rows) expect(cellWidth(row)).toBe(width);
    }
  });

  it('draws more points than a function call has arguments', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => index);
    expect(draw([series(many)], 20, 3)[0]).toContain('199999');
  });
});

describe('a logarithmic axis', () => {
  const options = (values: number[], more: Partial<LineChartOptions> = {}): LineChartOptions => ({
    series: [series(values)],
    width: 18,
    height: 7,
    glyphs,
    yScale: 'log',
    ...more,
  });

  it('draws what falls tenfold with each step as a straight line, with round numbers beside it', () => {
    expect(lineChart(options([1, 0.1, 0.01, 0.001])).map(rowText)).toEqual([
      '    1 ⠑⢄          ',
      '        ⠑⢄        ',
      '          ⠑⢄      ',
      ' 0.01       ⠑⢄    ',
      '              ⠑⢄  ',
      '0.001           ⠑⢄',
      '      0   1  2   3',
    ]);
  });

  it('leaves a gap for zero and below', () => {
    expect(lineChart(options([1, 1, 0, -1, 1, 1], { width: 12, height: 1 })).map(rowText)).toEqual([
      '1 ⠤⠤⠄    ⠠⠤⠤',
    ]);
  });

  it('is blank where no value has a place', () => {
    const rows = lineChart(options([0, -1])).map(rowText);
    expect(rows.join('').trim()).toBe('');
  });

  it('parts shares close to one where it counts the odds', () => {
    const rows = lineChart(options([0.9, 0.99, 0.999], { yScale: 'logit', width: 14, height: 10 }));
    expect(rows.map(rowText)).toEqual([
      '0.999        ⡜',
      '            ⡸ ',
      '           ⡰⠁ ',
      '          ⢠⠃  ',
      ' 0.99    ⢀⠇   ',
      '        ⢀⠎    ',
      '        ⡎     ',
      '       ⡜      ',
      '  0.9 ⡜       ',
      '      0   1  2',
    ]);
  });
});

describe('a cursor', () => {
  const options: LineChartOptions = {
    series: [series([4, 3, 2, 1, 0])],
    width: 14,
    height: 5,
    glyphs,
    cursor: 1,
  };

  it('is a line behind the others, with its number below', () => {
    expect(lineChart(options).map(rowText)).toEqual([
      '4 ⠑⠢⣀│        ',
      '     ⠑⠢⢄⡀     ',
      '     │  ⠈⠒⢄   ',
      '0    │     ⠉⠢⢄',
      '  0  1  2    4',
    ]);
    const [first] =
      lineChart(options)
        .at(-1)
        ?.filter(({ tone }) => tone === 'strong') ?? [];
    expect(first?.text).toBe('1');
  });

  it('takes the place of the number at an end', () => {
    expect(rowText(lineChart({ ...options, cursor: 4 })[4])).toBe('  0     2    4');
  });

  it('is drawn with signs where there is no braille', () => {
    expect(lineChart({ ...options, glyphs: ascii }).map(rowText)).toEqual([
      '4 ** |        ',
      '    *****     ',
      '     |   ***  ',
      '0    |      **',
      '  0  1  2    4',
    ]);
  });

  it.each([
    [0, 0],
    [2, 0],
    [3, 0],
    [8, 2],
    [13, 4],
    [99, 4],
  ])('is put by a click on column %i to x %i', (column, x) => {
    expect(Math.round(chartXAt(options, column) ?? Number.NaN)).toBe(x);
  });

  it('comes back to its x from the column that it is drawn in', () => {
    for (const signs of [glyphs, ascii]) {
      for (let cursor = 0; cursor <= 4; cursor += 1) {
        const drawn = {
          ...options,
          series: [series([0])],
          xRange: [0, 4],
          cursor,
          glyphs: signs,
        } as const;
        const column = rowText(lineChart(drawn)[1]).indexOf(signs.border.down);
        expect(Math.round(chartXAt(drawn, column) ?? Number.NaN)).toBe(cursor);
      }
    }
  });

  it('finds nothing on a blank chart', () => {
    expect(chartXAt({ ...options, series: [] }, 3)).toBeUndefined();
  });
});

describe('marks', () => {
  const options: LineChartOptions = {
    series: [series([3, 2, 1, 0])],
    width: 14,
    height: 4,
    glyphs,
  };
  const foot = (marks: LineChartOptions['marks'], more: Partial<LineChartOptions> = {}) =>
    rowText(lineChart({ ...options, ...more, marks })[3]);

  it('stand below their x, before the numbers between the ends', () => {
    expect(foot([{ x: 2, text: '★', tone: 'good' }])).toBe('  0   1  ★   3');
    expect(lineChart({ ...options, marks: [{ x: 2, text: '★', tone: 'good' }] })[3]).toContainEqual(
      {
        text: '★',
        tone: 'good',
      },
    );
  });

  it('move the number at an end aside, and one another', () => {
    expect(foot([{ x: 3, text: '★', tone: 'good' }])).toBe('  0   1  2  3★');
    expect(
      foot([
        { x: 0, text: '★', tone: 'good' },
        { x: 0, text: '▼', tone: 'warning' },
      ]),
    ).toBe('  ★▼0 1  2   3');
    expect(foot([{ x: 2, text: '★', tone: 'good' }], { cursor: 2 })).toBe('  0   1  2★  3');
  });

  it('are left out where their x is out of range', () => {
    expect(foot([{ x: 0, text: '★', tone: 'good' }], { xRange: [1, 3] })).not.toContain('★');
  });
});

it('draws a faint line behind the others, thinner', () => {
  const rows = lineChart({
    series: [
      series([0, 0, 0, 1, 1, 1, 1, 1], { tone: 'dim', stroke: 'faint' }),
      series([0, 0, 0, 0, 0, 0, 0, 0]),
    ],
    width: 12,
    height: 2,
    glyphs,
  });
  expect(rows.map(rowText)).toEqual(['1    ⢀⠁⠈ ⠁⠈ ', '0 ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀']);
  expect(rows[1].map(({ tone }) => tone)).toEqual(['dim', 'accent']);
});

it('leaves out what lies outside the range of x', () => {
  const rows = lineChart({
    series: [series([9, 0, 1, 0, 9])],
    width: 12,
    height: 3,
    glyphs,
    xRange: [1, 3],
  });
  expect(rows.map(rowText)).toEqual(['1   ⢀⡠⠒⠑⠤⡀  ', '0 ⡠⠔⠁    ⠈⠒⢄', '  1    2   3']);
});

it('has round numbers beside a tall chart', () => {
  const rows = lineChart({ series: [series([0.013, 0.98])], width: 16, height: 14, glyphs });
  expect(rows.map((row) => rowText(row).slice(0, 5))).toEqual([
    ' 0.98',
    '     ',
    '  0.8',
    '     ',
    '     ',
    '  0.6',
    '     ',
    '  0.4',
    '     ',
    '     ',
    '  0.2',
    '     ',
    '0.013',
    '     ',
  ]);
});
