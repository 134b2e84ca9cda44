import { findComponents } from '../find-components.js';
import type { Box, GreyImage } from '../grey-image.js';
import { meanStrokeWidth } from '../stroke-width.js';
import { boxAround, overlapAcross, overlapDown } from './boxes.js';

/** Ink of one digit, of a piece of one, or of several that touch. */
export interface Part {
  /** In pixels of the sheet. */
  box: Box;
  /** 1 where there is ink of this part, one value a pixel of the box. */
  mask: Uint8Array;
  /** Pixels of ink. */
  area: number;
}

/** Shares of the height of a digit: what is less tall is a piece, a sign or a speck. */
const least = { digit: 0.5, cutByBorder: 0.75 };
/** Of a sheet full of texture the largest parts are enough. */
const most = { parts: 400, digits: 80 };

/** The ink of a sheet that may be digits: no specks, dashes, nor what comes in from the border. */
export function inkParts({ image, mask }: { image: GreyImage; mask: Uint8Array }): Part[] {
  const stroke = meanStrokeWidth(mask, image);
  const parts = componentParts(mask, image).filter(
    (part) => part.area >= 0.6 * stroke * stroke && !isFrame(part, image),
  );
  const whole = parts.filter(({ box }) => !touchesEnds(box, image));
  const height = digitHeight(whole.length > 0 ? whole : parts);
  const digits = largest(
    parts.filter((part) => isDigitSized(part, { height, image })),
    most.digits,
  );
  const others = parts.filter((part) => !digits.includes(part));
  return joinFragments(digits, others, height);
}

function isDigitSized(
  { box }: Part,
  { height, image }: { height: number; image: GreyImage },
): boolean {
  const [, , across, down] = box;
  // What is left of a ruled line that stands upright.
  if (down > 1.3 * height && across < 0.12 * down) return false;
  return down >= (touchesEnds(box, image) ? least.cutByBorder : least.digit) * height;
}

function largest(parts: readonly Part[], count: number): Part[] {
  return [...parts].sort((a, b) => b.area - a.area).slice(0, count);
}

/** Usual height of a digit: half of the ink is in parts as tall. */
export function digitHeight(parts: readonly Part[]): number {
  const sorted = [...parts].sort((a, b) => a.box[3] - b.box[3]);
  const half = sorted.reduce((sum, { area }) => sum + area, 0) / 2;
  let counted = 0;
  for (const { area, box } of sorted) {
    counted += area;
    if (counted >= half) return box[3];
  }
  return 0;
}

function componentParts(mask: Uint8Array, { width, height }: GreyImage): Part[] {
  const { labels, components } = findComponents(mask, width, height);
  const large = [...components].sort((a, b) => b.area - a.area).slice(0, most.parts);
  return large.map(({ label, area, box }) => ({ box, area, mask: inkOf(label, box) }));

  function inkOf(label: number, [left, top, across, down]: Box): Uint8Array {
    const ink = new Uint8Array(across * down);
    for (let index = 0; index < ink.length; index++) {
      const x = index % across;
      if (labels[(top + (index - x) / across) * width + left + x] === label) ink[index] = 1;
    }
    return ink;
  }
}

/** The edge of the sheet of paper, or a shadow: at two borders or more, and thin along much of the picture. */
function isFrame({ box: [x, y, width, height], area }: Part, image: GreyImage): boolean {
  const ends = [x === 0, y === 0, x + width === image.width, y + height === image.height];
  const fills = width > 0.6 * image.width || height > 0.6 * image.height;
  return ends.filter(Boolean).length >= 2 && fills && area < 0.25 * width * height;
}

function touchesEnds([, y, , height]: Box, image: GreyImage): boolean {
  return y === 0 || y + height === image.height;
}

/** Fragments near enough to a digit are of it; all others are specks and signs. */
function joinFragments(
  digits: readonly Part[],
  fragments: readonly Part[],
  height: number,
): Part[] {
  const joined = digits.map((digit) => [digit]);
  for (const fragment of fragments) {
    const distances = digits.map((digit) => distanceOf(fragment, digit, height));
    const nearest = distances.indexOf(Math.min(...distances));
    const isNear = nearest >= 0 && distances[nearest] <= 0.2 * height;
    if (isNear && fragment.area > 0.02 * digits[nearest].area) joined[nearest].push(fragment);
  }
  return joined.map(joinParts);
}

/** The flag of a 5 lies above it; what lies beside a digit is rather a sign of its own. */
function distanceOf(fragment: Part, digit: Part, height: number): number {
  const isBeside = overlapAcross(digit.box, fragment.box) < 0.3 * fragment.box[2];
  return gapBetween(digit, fragment) + (isBeside ? 0.12 * height : 0);
}

function gapBetween(a: Part, b: Part): number {
  return Math.hypot(
    Math.max(0, -overlapAcross(a.box, b.box)),
    Math.max(0, -overlapDown(a.box, b.box)),
  );
}

/** Several parts as one. */
export function joinParts(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0];
  const box = boxAround(parts.map((part) => part.box));
  const mask = new Uint8Array(box[2] * box[3]);
  for (const {
    box: [x, y, width, height],
    mask: ink,
  } of parts) {
    for (let row = 0; row < height; row++) {
      const to = (y - box[1] + row) * box[2] + x - box[0];
      for (let column = 0; column < width; column++) {
        if (ink[row * width + column] === 1) mask[to + column] = 1;
      }
    }
  }
  return { box, mask, area: parts.reduce((sum, { area }) => sum + area, 0) };
}
