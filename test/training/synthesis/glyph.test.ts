import { describe, expect, it } from 'vitest';
import { readGlyph } from '../../../src/training/synthesis/glyph.js';

describe('readGlyph', () => {
  it('reads strokes of lines', () => {
    expect(readGlyph('M0 0 L10 20 L30 40 M5 6 L7 8')).toEqual([
      [0, 0, 10, 20, 30, 40],
      [5, 6, 7, 8],
    ]);
  });

  it('bends a curve towards its corner, and ends it at its end', () => {
    const [stroke] = readGlyph('M0 0 Q100 0 100 100');
    expect(stroke.slice(-2)).toEqual([100, 100]);
    expect(stroke.slice(10, 12)).toEqual([75, 25]);
  });

  it('begins with an arc, clockwise from the right', () => {
    const [stroke] = readGlyph('A50 50 40 20 0 360');
    expect(stroke.slice(0, 2)).toEqual([90, 50]);
    expect(stroke[10]).toBeCloseTo(50);
    expect(stroke[11]).toBeCloseTo(70);
  });

  it.each(['L1 2', 'M1', 'M1 2 L3', 'M1 2 L3 x', 'M1 2 B3 4'])('refuses %s', (path) => {
    expect(() => readGlyph(path)).toThrow();
  });
});
