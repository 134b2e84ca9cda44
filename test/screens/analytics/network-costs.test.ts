import { describe, expect, it } from 'vitest';
import { digitNetwork } from '../../../src/model/network.js';
import {
  memoryFigures,
  memoryLine,
  memoryRows,
} from '../../../src/screens/analytics/memory-rows.js';
import { networkLayout } from '../../../src/screens/analytics/network-layout.js';
import { timeLines, timeRows } from '../../../src/screens/analytics/time-rows.js';
import type { MeasureState } from '../../../src/state/analytics/measuring.js';
import { glyphsFor } from '../../../src/ui/glyphs.js';
import { type Row, rowText, rowWidth } from '../../../src/ui/rows.js';
import { cardOf, measured } from '../../state/analytics/analytics-fakes.js';

const glyphs = glyphsFor('ascii');
const ready: MeasureState = {
  status: 'ready',
  answer: measured,
  at: new Date(2025, 0, 1, 16, 4, 12).getTime(),
};
const idle: MeasureState = { status: 'idle' };
const text = (rows: readonly Row[]) => rows.map((row) => rowText(row).trimEnd());

describe('what a model takes', () => {
  it('is known from its shapes and its card before anything is measured', () => {
    const figures = memoryFigures(digitNetwork, { name: 'x', card: cardOf('x') }, idle);
    expect(figures).toMatchObject({ weights: 971_816, activations: 193_576, host: Number.NaN });
    expect(rowText(memoryLine({ ...figures, disk: 973_816 }))).toBe(
      ' memory  on disk 951 KB, weights 949 KB, activations 189 KB',
    );
  });

  it('says what is not known yet', () => {
    expect(text(memoryRows(memoryFigures(digitNetwork, { name: 'x' }, idle), 36))).toEqual([
      'on disk             -',
      'weights        949 KB  in memory',
      'activations    189 KB  of one image',
      'host                -  when measured',
    ]);
  });

  it('keeps to 80 cells when all of it is measured', () => {
    const line = memoryLine(memoryFigures(digitNetwork, { name: 'x' }, ready));
    expect(rowText(line)).toMatch(/, host 364 MB$/);
    expect(rowWidth(line)).toBeLessThanOrEqual(80);
  });
});

describe('how long reading takes', () => {
  it('is measured by a key', () => {
    expect(text(timeLines(idle, { width: 80, glyphs }))).toEqual([
      ' time    m measures here and now what one image and batches of them take',
    ]);
    expect(text(timeRows({ status: 'measuring' }, { width: 60, height: 9, glyphs }))[0]).toContain(
      'Esc gives it up',
    );
    expect(
      text(timeRows({ status: 'failed', problem: 'gone' }, { width: 60, height: 9, glyphs })),
    ).toEqual(['gone']);
  });

  it('is said with its median and spread, and when it was measured', () => {
    const lines = text(timeLines(ready, { width: 80, glyphs }));
    expect(lines[0]).toMatch(
      /^ time {4}0\.30 ms an image {2}90 of 100 take 0\.29 ms to 0\.46 ms {2}\S/,
    );
    expect(lines[1]).toBe(
      '         14,100 images/s in batches of 256  measured at 16:04:12, kept nowhere',
    );
    const rows = text(timeRows(ready, { width: 70, height: 14, glyphs }));
    expect(rows).toHaveLength(14);
    expect(rows.slice(0, 5)).toEqual([
      'measured at 16:04:12 with native, kept nowhere',
      'one image  0.30 ms median  90 of 100 take 0.29 ms to 0.46 ms',
      'in batches 14,100 images/s  of 256 images each',
      '',
      'times of 5 images, one after the other, in ms',
    ]);
    expect(rows.at(-1)).toMatch(/0\.29 +0\.51$/);
  });

  it('survives times that are all alike, and none at all', () => {
    for (const single of [[0.3, 0.3], []]) {
      const state = { ...ready, answer: { ...measured, single, batches: [] } };
      const rows = timeRows(state, { width: 70, height: 14, glyphs });
      expect(rows).toHaveLength(14);
      expect(text(rows).join()).not.toContain('NaN');
      expect(text(timeLines(state, { width: 80, glyphs })).join()).not.toContain('NaN');
    }
  });
});

it.each([
  [80, 21],
  [120, 37],
])('fills %ix%i', (width, height) => {
  const { table, costs } = networkLayout({ width, height });
  expect(table.width).toBe(width);
  if (costs.kind === 'lines') expect(table.height + costs.lines.height).toBe(height);
  else {
    expect(table.height + costs.time.height).toBe(height);
    expect(costs.memory.width + costs.time.width).toBe(width);
  }
});
