import type { Random } from '../../core/random.js';
import { imageSide } from '../../dataset/dataset.js';

/** Pixels between two control points. */
const spacing = 7;
/** Control points along a side: a cubic reaches one before and two after its piece. */
const controls = imageSide / spacing + 3;
const weights = splineWeights();

const grid = new Float32Array(controls * controls);
const widened = new Float32Array(controls * imageSide);

/**
 * Fills an image-sized field with a smooth random surface: a uniform cubic B-spline over
 * random control points, which never leaves their range.
 *
 * @param field 784 values, overwritten with values in ±limit
 */
export function fillSmoothField(field: Float32Array, limit: number, random: Random): void {
  for (let point = 0; point < grid.length; point++) {
    grid[point] = (random.uniform() * 2 - 1) * limit;
  }
  for (let row = 0; row < controls; row++) {
    for (let column = 0; column < imageSide; column++) {
      const point = row * controls + Math.floor(column / spacing);
      const weight = column * 4;
      widened[row * imageSide + column] =
        weights[weight] * grid[point] +
        weights[weight + 1] * grid[point + 1] +
        weights[weight + 2] * grid[point + 2] +
        weights[weight + 3] * grid[point + 3];
    }
  }
  for (let row = 0; row < imageSide; row++) {
    const first = Math.floor(row / spacing) * imageSide;
    const a = weights[row * 4];
    const b = weights[row * 4 + 1];
    const c = weights[row * 4 + 2];
    const d = weights[row * 4 + 3];
    for (let column = 0; column < imageSide; column++) {
      const point = first + column;
      field[row * imageSide + column] =
        a * widened[point] +
        b * widened[point + imageSide] +
        c * widened[point + 2 * imageSide] +
        d * widened[point + 3 * imageSide];
    }
  }
}

/** For each pixel along a side, what the four control points around it count; they add up to 1. */
function splineWeights(): Float32Array {
  const table = new Float32Array(imageSide * 4);
  for (let pixel = 0; pixel < imageSide; pixel++) {
    const t = (pixel % spacing) / spacing;
    const cubic = [
      (1 - t) ** 3 / 6,
      (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
      (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
      t ** 3 / 6,
    ];
    table.set(cubic, pixel * 4);
  }
  return table;
}
