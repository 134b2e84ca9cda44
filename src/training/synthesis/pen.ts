import { imageSide } from '../../dataset/dataset.js';
import type { Glyph } from './glyph.js';

/** Pixels from the top left corner; the middle of the first pixel is 0.5. */
export interface Pen {
  /** Width of its strokes. */
  width: number;
  /** How far their edge is blurred; 1 is the usual soft edge of a pixel. */
  edge: number;
}

/** Draws strokes in pixels on an image of 784 bytes; what is there already stays where it is lighter. */
export function drawStrokes(target: Uint8Array, strokes: Glyph, { width, edge }: Pen): void {
  const reach = width / 2 + edge;
  for (const stroke of strokes) {
    for (let at = 0; at + 1 < stroke.length; at += 2) {
      const next = at + 3 < stroke.length ? at + 2 : at;
      // The end of a stroke is drawn with its last piece.
      if (next === at && at > 0) break;
      const [fromX, fromY, toX, toY] = [stroke[at], stroke[at + 1], stroke[next], stroke[next + 1]];
      const [dx, dy] = [toX - fromX, toY - fromY];
      const square = dx * dx + dy * dy;
      const top = firstPixel(Math.min(fromY, toY) - reach);
      const bottom = lastPixel(Math.max(fromY, toY) + reach);
      const left = firstPixel(Math.min(fromX, toX) - reach);
      const right = lastPixel(Math.max(fromX, toX) + reach);
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const [x, y] = [column + 0.5 - fromX, row + 0.5 - fromY];
          const along = square > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / square)) : 0;
          const distance = Math.hypot(x - along * dx, y - along * dy);
          const light = Math.min(1, (width / 2 - distance) / edge + 0.5) * 255;
          const pixel = row * imageSide + column;
          if (light > target[pixel]) target[pixel] = light;
        }
      }
    }
  }
}

function firstPixel(place: number): number {
  return Math.max(0, Math.floor(place));
}

function lastPixel(place: number): number {
  return Math.min(imageSide - 1, Math.floor(place));
}
