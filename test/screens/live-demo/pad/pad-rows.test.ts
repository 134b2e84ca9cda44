import { describe, expect, it } from 'vitest';
import { canvasSide } from '../../../../src/core/drawing/stroke.js';
import {
  canvasLines,
  cellAt,
  placeOf,
} from '../../../../src/screens/live-demo/pad/canvas-lines.js';
import { digitBars } from '../../../../src/screens/live-demo/pad/digit-bars.js';
import { ownCounts, ownRow, ownRows } from '../../../../src/screens/live-demo/pad/own-rows.js';
import { padLayout } from '../../../../src/screens/live-demo/pad/pad-layout.js';
import { verdictRows } from '../../../../src/screens/live-demo/pad/verdict-rows.js';
import { glyphsFor } from '../../../../src/ui/glyphs.js';
import { rowText, rowWidth, span } from '../../../../src/ui/rows.js';
import { themeFor } from '../../../../src/ui/theme.js';
import { drawingAnswer } from '../../../state/live/drawing-fakes.js';

const unicode = glyphsFor('unicode');
const text = (rows: readonly Parameters<typeof rowText>[0][]) =>
  rows.map((row) => rowText(row).trimEnd());

describe('the layout', () => {
  it.each([
    [
      { width: 80, height: 22 },
      { rows: 20, padWidth: 44, sideWidth: 36, side: 'plain', barRows: 5 },
    ],
    [
      { width: 120, height: 38 },
      { rows: 36, padWidth: 76, sideWidth: 44, side: 'panels', barRows: 10, ownHeight: 10 },
    ],
    [
      { width: 80, height: 40 },
      { rows: 20, side: 'plain', barRows: 10 },
    ],
    [
      { width: 120, height: 28 },
      { rows: 26, side: 'panels', ownHeight: 0 },
    ],
  ])('of %o has a square canvas and all beside it', (area, expected) => {
    const layout = padLayout(area);
    expect(layout).toMatchObject(expected);
    expect(layout.padWidth + layout.sideWidth).toBe(area.width);
    expect(layout.padHeight).toBeLessThanOrEqual(area.height);
  });
});

describe('the canvas', () => {
  const options = {
    rows: 4,
    glyphs: glyphsFor('ascii'),
    theme: themeFor('terminal', 0),
    capabilities: { colorLevel: 0, graphics: 'ascii' },
  } as const;

  it('is twice as many cells wide as high, with notes over it where they fit', () => {
    const pixels = new Uint8Array(canvasSide * canvasSide).fill(255);
    const notes = [
      { row: 1, column: 2, words: [span('abc')] },
      { row: 2, column: 6, words: [span('too long')] },
    ];
    expect(canvasLines(pixels, { ...options, notes })).toEqual([
      '@@@@@@@@',
      '@@abc@@@',
      '@@@@@@@@',
      '@@@@@@@@',
    ]);
  });

  it('knows the place of a cell, and the cell of a place', () => {
    expect(placeOf({ column: 0, row: 0 }, 4)).toEqual({ x: 16, y: 32 });
    expect(cellAt(placeOf({ column: 7, row: 3 }, 4), 4)).toEqual({ column: 7, row: 3 });
    expect(cellAt({ x: canvasSide, y: -5 }, 4)).toEqual({ column: 7, row: 0 });
  });
});

describe('the bars', () => {
  const { probabilities } = drawingAnswer(7);

  it('stand five beside five', () => {
    expect(text(digitBars({ probabilities, width: 36, rows: 5, glyphs: unicode }))).toEqual([
      ' 0 ▏          1 %   5 ▏          1 %',
      ' 1 ▏          1 %   6 ▏          1 %',
      ' 2 ▏          1 %  ›7 ███████▎  91 %',
      ' 3 ▏          1 %   8 ▏          1 %',
      ' 4 ▏          1 %   9 ▏          1 %',
    ]);
  });

  it('are where they will be before there is an answer', () => {
    const rows = digitBars({ probabilities: undefined, width: 20, rows: 10, glyphs: unicode });
    expect(text(rows)[3]).toBe(' 3                 -');
    expect(rows.map(rowWidth)).toEqual(Array(10).fill(20));
  });
});

describe('the verdict', () => {
  const size = { width: 7, height: 14, glyphs: unicode };

  it('says digit, confidence and status within its width', () => {
    const rows = verdictRows({ status: 'ready', answer: drawingAnswer(7) }, size);
    expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(7);
    expect(text(rows).slice(-4)).toEqual(['91.0 %', 'High', '', '4.2 ms']);
    const sure = drawingAnswer(7, { confidence: 1 });
    const narrow = verdictRows({ status: 'ready', answer: sure }, { ...size, width: 6 });
    expect(text(narrow)).toContain('100 %');
  });

  it('says that there is none, and why', () => {
    const blank = drawingAnswer(7);
    blank.seen = { ...blank.seen, blank: true };
    expect(text(verdictRows({ status: 'ready', answer: blank }, size))).toEqual([
      'no ink',
      'found',
    ]);
    expect(text(verdictRows({ status: 'failed', problem: 'x' }, size))).toEqual(['no', 'answer']);
    expect(verdictRows({ status: 'blank' }, size)).toEqual([]);
  });
});

describe('what was kept', () => {
  const perClass = [3, 0, 12, 0, 0, 0, 0, 0, 0, 1];

  it('is counted by digit', () => {
    expect(text(ownCounts(perClass, 40))).toEqual([
      '0 3     1 0     2 12    3 0     4 0',
      '5 0     6 0     7 0     8 0     9 1',
    ]);
  });

  it('says what to do next', () => {
    const none = { status: 'ready', folder: 'data/mine', perClass: Array(10).fill(0) } as const;
    expect(rowText(ownRow(none))).toBe('c keeps a drawing to train on');
    expect(rowText(ownRow({ ...none, perClass }))).toBe('16 of yours kept, f trains on them');
    const lost = { status: 'failed', problem: 'the host is gone' } as const;
    expect(text(ownRows(lost, { width: 40, glyphs: unicode }))).toEqual(['✗ the host is gone']);
  });
});
