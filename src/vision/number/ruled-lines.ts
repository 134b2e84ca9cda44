import type { GreyImage } from '../grey-image.js';
import { meanStrokeWidth } from '../stroke-width.js';
import { longestLine, thinRuns } from './thin-lines.js';

type Size = Pick<GreyImage, 'width' | 'height'>;

/** A mask without its ruled lines, across and down; strokes that cross them stay. */
export function removeRuledLines(mask: Uint8Array, size: Size): Uint8Array {
  const across = removeLines(mask, size, { share: 0.5 });
  const turned = { width: size.height, height: size.width };
  // A 1 is a line down: only those from border to border are ruled.
  return transpose(removeLines(transpose(across, size), turned, { share: 0.9 }), turned);
}

/** Share of its columns whose thin ink lies on it: bottoms of digits in a row only touch a line. */
const leastStraight = 0.5;
const mostLines = 16;

function removeLines(mask: Uint8Array, size: Size, { share }: { share: number }): Uint8Array {
  const stroke = meanStrokeWidth(mask, size);
  if (!(stroke > 0)) return mask;
  const result = Uint8Array.from(mask);
  let runs = thinRuns(mask, size, Math.max(2, Math.ceil(1.4 * stroke)));
  for (let line = 0; line < mostLines; line++) {
    const found = longestLine(runs, { mask, size, reach: Math.max(1, stroke / 2) });
    if (!found) break;
    const { length, straight, ofLine, thickness } = found;
    const isLong = length >= share * size.width && length >= 16 * thickness;
    if (isLong && straight >= leastStraight * length) {
      // Where a stroke lies along the line both together are thicker, and the stroke stays.
      const thickest = 1.5 * thickness + 1;
      for (const { x, run } of ofLine) {
        if (run[1] - run[0] > thickest) continue;
        for (let y = run[0]; y < run[1]; y++) result[y * size.width + x] = 0;
      }
    }
    const seen = new Set(ofLine.map(({ run }) => run));
    runs = runs.map((column) => column.filter((run) => !seen.has(run)));
  }
  return result;
}

function transpose(mask: Uint8Array, { width, height }: Size): Uint8Array {
  const turned = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = mask[y * width + x];
  }
  return turned;
}
