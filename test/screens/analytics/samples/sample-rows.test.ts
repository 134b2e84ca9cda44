import { describe, expect, it } from 'vitest';
import { waverOf } from '../../../../src/core/analysis/waver.js';
import { scaledTo } from '../../../../src/screens/analytics/samples/mosaic.js';
import {
  mosaicLayout,
  pageStart,
  pictureAt,
} from '../../../../src/screens/analytics/samples/mosaic-layout.js';
import {
  nearestHeading,
  neighbourCaption,
} from '../../../../src/screens/analytics/samples/nearest-words.js';
import { occlusionLines } from '../../../../src/screens/analytics/samples/occlusion-lines.js';
import { headRow } from '../../../../src/screens/analytics/samples/sample-head.js';
import { sampleLayout } from '../../../../src/screens/analytics/samples/sample-layout.js';
import {
  answerCaption,
  fileWords,
  listTitle,
  thresholdText,
  waverWords,
} from '../../../../src/screens/analytics/samples/sample-words.js';
import { legendWords, whyWords } from '../../../../src/screens/analytics/samples/why-words.js';
import { decodeScored } from '../../../../src/state/analytics/scored.js';
import { glyphsFor } from '../../../../src/ui/glyphs.js';
import { rowText } from '../../../../src/ui/rows.js';
import { themeFor } from '../../../../src/ui/theme.js';
import { scoreAnswer, someAnswers } from '../../../state/analytics/scores-fakes.js';

const glyphs = glyphsFor('unicode');
const scored = decodeScored(scoreAnswer(someAnswers));

describe('a mosaic', () => {
  it('holds as many pictures as fit, and one at least', () => {
    expect(mosaicLayout({ width: 76, height: 19, side: 14 })).toEqual({
      columns: 5,
      rows: 2,
      pictureWidth: 14,
      pictureHeight: 7,
    });
    expect(mosaicLayout({ width: 10, height: 3, side: 28 })).toMatchObject({ columns: 1, rows: 1 });
  });

  it('turns by whole pages', () => {
    expect([0, 9, 10, 25].map((place) => pageStart(place, { columns: 5, rows: 2 }))).toEqual([
      0, 0, 10, 20,
    ]);
  });

  it('knows the picture under the mouse', () => {
    const layout = mosaicLayout({ width: 76, height: 19, side: 14 });
    expect(pictureAt({ column: 16, row: 9 }, layout)).toBe(6);
    expect(pictureAt({ column: 75, row: 0 }, layout)).toBeUndefined();
  });

  it('scales pictures down by means, and small ones up by whole steps', () => {
    const image = { width: 2, height: 2, pixels: [0, 100, 100, 200] };
    expect(scaledTo(image, 1)).toEqual({ width: 1, height: 1, pixels: Uint8Array.of(100) });
    expect(scaledTo(image, 5)).toMatchObject({ width: 4, height: 4 });
  });
});

describe('words about a sample', () => {
  it('say answer and label', () => {
    expect(rowText(answerCaption(scored, 2, glyphs))).toBe('4→9 95.0 %');
    expect(rowText(answerCaption(scored, 0, glyphs))).toBe('✓ 4 99.0 %');
    const answer = { digit: 9, confidence: 0.95, right: false };
    expect(rowText(headRow({ label: 4, answer }, { place: 0, indices: [2, 1] }, 40))).toBe(
      '4, read as 9 with 95.0 %          1 of 2',
    );
  });

  it('say between which two digits it wavers', () => {
    const torn = [0, 0, 0, 0, 0.35, 0, 0, 0, 0, 0.65];
    expect(waverWords(waverOf(torn), torn)).toBe('wavers between 9 (65.0 %) and 4 (35.0 %)');
    const sure = [0, 0, 0, 0, 0.02, 0, 0, 0, 0, 0.98];
    expect(waverWords(waverOf(sure), sure)).toBe('sure of 9 (98.0 %); next is 4 (2.0 %)');
    const diverged = Array<number>(10).fill(Number.NaN);
    expect(waverWords(waverOf(diverged), diverged)).toContain('diverged');
  });

  it('name the list, the threshold, and the file', () => {
    expect(listTitle({ kind: 'cell', label: 4, digit: 9 })).toBe('4 read as 9');
    expect(listTitle({ kind: 'unserved', threshold: 0.9 })).toBe(
      'Wrong at 0.90 and above, then held back',
    );
    expect([0, 0.55, 0.9, 0.995].map(thresholdText)).toEqual(['0.00', '0.55', '0.90', '0.995']);
    const sample = { index: 1, label: 4, pixels: '' };
    expect(fileWords({ hasFiles: false, source: 'mnist:test' }, sample)).toBe(
      'mnist:test: its samples have no files of their own',
    );
  });

  it('say what is near', () => {
    expect(rowText(neighbourCaption({ label: 9, distance: 4.5 }, 4))).toBe('9 at 4.50');
    expect(rowText(neighbourCaption({ label: 4, distance: 0 }, 4))).toBe('4 the same');
    expect(nearestHeading({ status: 'working', progress: { done: 500, total: 48_000 } })).toBe(
      'reading training samples: 500 of 48,000',
    );
    const value = { source: 'mnist', searched: 0, neighbours: [] };
    expect(nearestHeading({ status: 'ready', value })).toBe(
      'there are no training samples in mnist',
    );
  });
});

describe('the occlusion map', () => {
  const pixels = new Uint8Array(784).fill(255, 28, 30);
  const losses = new Float32Array(784);
  losses.fill(1, 4, 6);
  losses.fill(1, 32, 34);
  const digits = new Uint8Array(784).fill(4);
  digits.set([9, 9], 8);
  const map = { pixels, losses, digits, answer: 4 };
  const plain = {
    capabilities: { colorLevel: 0, graphics: 'ascii' },
    glyphs,
    theme: themeFor('terminal', 0),
  } as const;

  it('says with signs what covering costs, where it changes the answer, and where ink is', () => {
    const lines = occlusionLines(map, { ...plain, scale: 1 });
    expect(lines).toHaveLength(14);
    expect(lines[0]).toBe(`''  ██  99${' '.repeat(18)}`);
  });

  it('is twice as wide and as high at the other scale', () => {
    const lines = occlusionLines(map, { ...plain, scale: 2 });
    expect(lines).toHaveLength(28);
    expect(lines[0]).toBe(`${' '.repeat(8)}████    9999${' '.repeat(36)}`);
    expect(lines[1].slice(0, 12)).toBe("''''    ████");
  });

  it('turns the picture red where there are colours', () => {
    const capabilities = { colorLevel: 3, graphics: 'half-blocks' } as const;
    const [line] = occlusionLines(map, { ...plain, capabilities, scale: 1 });
    expect(line).toContain('\u001b[38;2;196;34;34;48;2;196;34;34m▀▀');
    expect(line).toContain('\u001b[38;2;255;255;255;48;2;0;0;0m99');
  });

  it('is told in words', () => {
    const kept = new Float32Array(784).fill(0.9);
    kept[0] = 0.25;
    expect(whyWords({ kept, digits }, 4, 0.9)).toEqual([
      'It hangs most on its upper left: covered there, the 4 falls from 90.0 % to 25.0 %.',
      'Of 784 places to cover, this many make it another digit: 9 at 2.',
    ]);
    expect(whyWords({ kept, digits: new Uint8Array(784).fill(4) }, 4, 0.9)[1]).toBe(
      'It stays a 4 wherever it is covered.',
    );
    expect(legendWords(7, 'shades', glyphs)[1]).toContain('░ to █');
  });
});

it.each([
  [80, 21, 1, 12],
  [120, 37, 2, 14],
  [200, 58, 2, 28],
])('places one sample within %ix%i', (width, height, scale, side) => {
  const layout = sampleLayout({ width, height });
  expect(layout).toMatchObject({ scale, neighbourSide: side });
  expect(layout.pictureHeight + 1 + side / 2).toBeLessThanOrEqual(height);
  const bars = layout.file === 'below-bars' ? 11 : 0;
  expect(bars + layout.fileHeight).toBeLessThanOrEqual(layout.pictureHeight - 4);
});
