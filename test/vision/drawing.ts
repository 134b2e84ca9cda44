import { createRandom } from '../../src/core/random.js';
import type { GreyImage } from '../../src/vision/grey-image.js';

/** An image from rows of characters: `#` is 255, `.` is 0, a figure from 1 to 9 its tenths. */
export function drawing(...rows: readonly string[]): GreyImage {
  const values = { '#': 10, '.': 0 } as Record<string, number>;
  const pixels = [...rows.join('')].map((character) =>
    Math.round(255 * ((values[character] ?? Number(character)) / 10)),
  );
  return { width: rows[0].length, height: rows.length, pixels: Uint8Array.from(pixels) };
}

/** The rows of an image, `#` where it is above the middle grey. */
export function rowsOf({ width, height, pixels }: GreyImage): string[] {
  return Array.from({ length: height }, (_, y) =>
    [...pixels.subarray(y * width, (y + 1) * width)].map((v) => (v > 127 ? '#' : '.')).join(''),
  );
}

interface SheetOptions {
  width?: number;
  height?: number;
  /** Grey of the paper at a place. */
  paper?: (x: number, y: number) => number;
  /** Share of the light that ink sends back. */
  ink?: number;
  /** Half of the largest random difference of a pixel. */
  grain?: number;
}

/** Paper with ink wherever `inked` says so. */
export function sheet(
  inked: (x: number, y: number) => boolean,
  { width = 200, height = 200, paper = () => 230, ink = 0.2, grain = 0 }: SheetOptions = {},
): GreyImage {
  const random = createRandom(1);
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const noise = grain * (2 * random.uniform() - 1);
    return Math.round(paper(x, y) * (inked(x, y) ? ink : 1) + noise);
  });
  return { width, height, pixels };
}

/** A ring, as of a 0: true within half a stroke of the circle. */
export function ring(centreX: number, centreY: number, radius: number, stroke: number) {
  return (x: number, y: number) =>
    Math.abs(Math.hypot(x - centreX, y - centreY) - radius) <= stroke / 2;
}

/** A block: true in the rectangle. */
export function block(left: number, top: number, width: number, height: number) {
  return (x: number, y: number) => x >= left && x < left + width && y >= top && y < top + height;
}

/** True where any of them is. */
export function either(...shapes: readonly ((x: number, y: number) => boolean)[]) {
  return (x: number, y: number) => shapes.some((shape) => shape(x, y));
}
