import type { Random } from '../../core/random.js';
import { imageSide } from '../../dataset/dataset.js';
import { fillSmoothField } from '../augment/smooth-field.js';

const field = new Float32Array(imageSide * imageSide);

/**
 * A spot, full or with fraying edges, as what is left of an object: an ellipse whose edge follows a
 * smooth random surface. Never so narrow that it could be a bold 1.
 *
 * @param target 784 bytes, overwritten
 */
export function drawSpot(target: Uint8Array, random: Random): void {
  const fray = 0.2 + 0.9 * random.uniform();
  fillSmoothField(field, fray, random);
  const radiusX = 6 + 4 * random.uniform();
  const radiusY = 6 + 4 * random.uniform();
  const sharp = 2 + 6 * random.uniform();
  const corners = 2 + 6 * random.uniform() ** 2;
  eachPixel(target, (x, y, pixel) => {
    // Two is an ellipse, above it the corners fill up (Lamé's curve).
    const out = Math.abs(x / radiusX) ** corners + Math.abs(y / radiusY) ** corners;
    return (1 - out + field[pixel]) * sharp;
  });
}

/**
 * Grains or squares all over the middle, as wood, cloth or a chequered thing.
 *
 * @param target 784 bytes, overwritten
 */
export function drawTexture(target: Uint8Array, random: Random): void {
  const cell = 2 + random.below(4);
  const isChequered = random.uniform() < 0.3;
  const share = 0.35 + 0.35 * random.uniform();
  const columns = Math.ceil(imageSide / cell);
  const cells = Array.from({ length: columns * columns }, (_, index) => {
    const isOn = isChequered
      ? ((index % columns) + Math.floor(index / columns)) % 2 === 0
      : random.uniform() < share;
    return isOn ? 0.6 + 0.4 * random.uniform() : 0;
  });
  const reach = 7 + 3 * random.uniform();
  eachPixel(target, (x, y) => {
    if (Math.max(Math.abs(x), Math.abs(y)) > reach) return 0;
    const column = Math.floor((x + imageSide / 2) / cell);
    const row = Math.floor((y + imageSide / 2) / cell);
    return cells[row * columns + column];
  });
}

/** @param light of a pixel, by its place from the middle; cut to 0..1 */
function eachPixel(
  target: Uint8Array,
  light: (x: number, y: number, pixel: number) => number,
): void {
  for (let row = 0; row < imageSide; row++) {
    for (let column = 0; column < imageSide; column++) {
      const pixel = row * imageSide + column;
      const value = light(column + 0.5 - imageSide / 2, row + 0.5 - imageSide / 2, pixel);
      target[pixel] = Math.min(1, Math.max(0, value)) * 255;
    }
  }
}
