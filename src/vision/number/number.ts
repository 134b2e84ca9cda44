import { mostLikely } from '../../core/metrics.js';
import type { Box } from '../grey-image.js';
import { chooseDigits, type ReadCandidate } from './choose.js';
import type { FoundDigits } from './find-digits.js';
import type { InkSheet } from './ink-sheet.js';

/** One digit of a number. */
export interface NumberDigit {
  digit: number;
  /** Probability of `digit`, 0..1. */
  confidence: number;
  /** Ten values that sum to 1. */
  probabilities: number[];
  /** In pixels of the picture. */
  box: Box;
  /** The 28x28 that the network saw. */
  image: Uint8Array;
}

/** The digits of a picture, in reading order. */
export interface WrittenNumber {
  /** All digits: `548625`. */
  text: string;
  /** Line by line; wide gaps are spaces: `548`, `62 5`. */
  lines: string[];
  digits: NumberDigit[];
  /** That all digits are right: the product of their confidences, 0..1; 0 where there is none. */
  confidence: number;
}

/** What a picture without ink holds. */
export const noNumber: WrittenNumber = { text: '', lines: [], digits: [], confidence: 0 };

/**
 * Chooses the digits by what the network makes of all candidates.
 *
 * @param probabilities ten values for each of the images found
 */
export function writtenNumber(
  { sheet, lines, images }: FoundDigits,
  probabilities: Float32Array,
): WrittenNumber {
  let next = 0;
  const chosen = lines.map((line) => {
    const candidates = line.candidates.map((candidate) => {
      const index = next++;
      const row = probabilities.subarray(index * 10, index * 10 + 10);
      return { ...candidate, index, probabilities: row };
    });
    const read = chooseDigits({ ...line, candidates }) as typeof candidates;
    return {
      text: lineText(read, line.height),
      digits: read.map((candidate) => toDigit(candidate, sheet, images)),
    };
  });
  const digits = chosen.flatMap((line) => line.digits);
  return {
    text: digits.map(({ digit }) => digit).join(''),
    lines: chosen.map(({ text }) => text),
    digits,
    confidence:
      digits.length === 0 ? 0 : digits.reduce((product, { confidence }) => product * confidence, 1),
  };
}

/** A space is wider than this, in heights of a digit, and than most gaps of its line. */
const space = { height: 0.9, usual: 2.5 };

function lineText(read: readonly ReadCandidate[], height: number): string {
  const gaps = read.slice(1).map(({ part }, index) => {
    const [left, , width] = read[index].part.box;
    return Math.max(0, part.box[0] - left - width);
  });
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)];
  return read
    .map(({ probabilities }, index) => {
      const gap = gaps[index - 1] ?? 0;
      const isSpace = gap > space.height * height && gap > space.usual * usual;
      return `${isSpace ? ' ' : ''}${mostLikely(probabilities)}`;
    })
    .join('');
}

function toDigit(
  { part, index, probabilities }: ReadCandidate & { index: number },
  { left, top, scale }: InkSheet,
  images: Uint8Array,
): NumberDigit {
  const digit = mostLikely(probabilities);
  const [x, y, width, height] = part.box.map((value) => Math.round(value * scale));
  return {
    digit,
    confidence: probabilities[digit],
    probabilities: Array.from(probabilities),
    box: [left + x, top + y, width, height],
    image: images.slice(index * 784, index * 784 + 784),
  };
}
