import { describe, expect, it } from 'vitest';
import { halve } from '../../../src/core/drawing/halve.js';
import { Ink } from '../../../src/core/drawing/ink.js';
import { canvasSide, type Point, type Stroke } from '../../../src/core/drawing/stroke.js';

const stroke = (points: readonly Point[], changes: Partial<Stroke> = {}): Stroke => ({
  tool: 'pen',
  radius: 4,
  points,
  ...changes,
});

function drawn(...strokes: Stroke[]): Ink {
  const ink = new Ink();
  for (const each of strokes) ink.begin(each);
  ink.end();
  return ink;
}

const at = ({ pixels }: Ink, x: number, y: number) => pixels[y * canvasSide + x];
const total = ({ pixels }: Ink) => pixels.reduce((sum, value) => sum + value, 0) / 255;

describe('ink', () => {
  it('is round where the pen was put down, soft at its rim, and as large as the brush', () => {
    const dot = drawn(stroke([{ x: 50, y: 50 }]));
    expect(at(dot, 50, 50)).toBe(255);
    expect(at(dot, 52, 50)).toBe(255);
    expect(at(dot, 55, 50)).toBe(0);
    const rim = at(dot, 52, 53);
    expect(rim).toBeGreaterThan(0);
    expect(rim).toBeLessThan(255);
    expect(total(dot)).toBeCloseTo(Math.PI * 16, 0);
  });

  it('is a line without gaps however far the points are apart', () => {
    const line = drawn(
      stroke([
        { x: 20, y: 100 },
        { x: 120, y: 100 },
        { x: 220, y: 100 },
      ]),
    );
    for (let x = 20; x < 220; x++) expect(at(line, x, 100)).toBe(255);
    expect(at(line, 100, 106)).toBe(0);
  });

  it('makes a line of the stairs that cells make of it', () => {
    const stairs = Array.from({ length: 20 }, (_, index) => ({
      x: 40 + 8 * Math.ceil(index / 2),
      y: 40 + 8 * Math.floor(index / 2),
    }));
    const line = drawn(stroke(stairs));
    // The corners lie 2.8 pixels beside the line through their middles: drawn to them, ink would be 4 pixels further out.
    const beside = stairs.slice(2, -2).map(({ x, y }) => {
      const outwards = x - y > 4 ? 1 : -1;
      return at(line, x + 3 * outwards, y - 3 * outwards);
    });
    expect(Math.max(...beside)).toBe(0);
  });

  it('is the same drawn point by point as drawn at once', () => {
    const points = Array.from({ length: 40 }, (_, index) => ({
      x: 128 + 90 * Math.cos(index / 5),
      y: 128 + 70 * Math.sin(index / 3),
    }));
    const grown = new Ink();
    grown.begin(stroke(points.slice(0, 1)));
    for (const point of points.slice(1)) grown.extend(point);
    expect(Buffer.compare(grown.pixels, drawn(stroke(points)).pixels)).toBe(0);
  });

  it('goes with the eraser, and stays under the loose end of what is drawn over it', () => {
    const across = [
      { x: 20, y: 100 },
      { x: 220, y: 100 },
    ];
    const rubbed = drawn(
      stroke(across),
      stroke([{ x: 100, y: 100 }], { tool: 'eraser', radius: 10 }),
    );
    expect(at(rubbed, 100, 100)).toBe(0);
    expect(at(rubbed, 50, 100)).toBe(255);
    const turned = drawn(
      stroke(across),
      stroke([
        { x: 100, y: 50 },
        { x: 100, y: 150 },
        { x: 150, y: 50 },
      ]),
    );
    expect(at(turned, 100, 100)).toBe(255);
  });

  it('takes what lies beside the canvas, and draws nothing of it', () => {
    const beside = drawn(
      stroke([
        { x: -100, y: -50 },
        { x: 400, y: -50 },
        { x: 400, y: 900 },
      ]),
    );
    expect(total(beside)).toBe(0);
    expect(
      at(
        drawn(
          stroke([
            { x: -20, y: 10 },
            { x: 300, y: 10 },
          ]),
        ),
        0,
        10,
      ),
    ).toBe(255);
  });
});

it('is the mean of four pixels at half the size', () => {
  const pixels = new Uint8Array(canvasSide * canvasSide);
  pixels.set([255, 255, 10, 0], 0);
  pixels.set([0, 0, 20, 30], canvasSide);
  expect([...halve(pixels).slice(0, 3)]).toEqual([128, 15, 0]);
  expect(halve(pixels)).toHaveLength((canvasSide / 2) ** 2);
});
