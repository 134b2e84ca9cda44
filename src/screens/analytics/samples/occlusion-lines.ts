import { type DrawOptions, drawsHalfBlocks } from '../../../ui/components/half-blocks.js';
import { joinAlike } from '../../../ui/components/join-alike.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { span } from '../../../ui/rows.js';
import { paintRow, type Theme } from '../../../ui/theme.js';

/** What covering each of 28x28 places does. */
export interface OcclusionMap {
  /** 784 values, 0 background to 255 ink. */
  pixels: ArrayLike<number>;
  /** 784 shares of the probability that covering takes, 0..1. */
  losses: ArrayLike<number>;
  /** 784 digits: the answer with the place covered. */
  digits: ArrayLike<number>;
  /** The answer with nothing covered. */
  answer: number;
}

export interface OcclusionOptions extends DrawOptions {
  theme: Theme;
  scale: 1 | 2;
}

/**
 * The map over the picture, as painted lines of 28 × `scale` cells. With enough colours the picture itself turns red
 * where covering costs probability; else shades say it. A digit stands where covering changes the answer to it.
 */
export function occlusionLines(map: OcclusionMap, options: OcclusionOptions): string[] {
  const { scale } = options;
  const side = 28 * scale;
  const pixelAt = (column: number, line: number) =>
    Math.floor(line / scale) * 28 + Math.floor(column / scale);
  return Array.from({ length: side / 2 }, (_, row) => {
    const pairs = Array.from({ length: side }, (_, column) => ({
      upper: pixelAt(column, row * 2),
      lower: pixelAt(column, row * 2 + 1),
    }));
    return drawsHalfBlocks(options)
      ? coloredLine(pairs, map, options.capabilities.colorLevel)
      : signLine(pairs, map, options);
  });
}

/** Below this share nobody would call it a loss. */
const leastLoss = 0.02;

/** Pixels that a cell shows, one above the other. */
interface Pair {
  upper: number;
  lower: number;
}

/** The digit that covering a cell changes the answer to. */
function changedDigit(
  { upper, lower }: Pair,
  { digits, answer }: OcclusionMap,
): number | undefined {
  return [digits[upper], digits[lower]].find((digit) => digit !== answer);
}

function signLine(
  pairs: readonly Pair[],
  map: OcclusionMap,
  { glyphs, theme }: { glyphs: Glyphs; theme: Theme },
): string {
  const { shades } = glyphs;
  const cells = pairs.map((pair) => {
    const changed = changedDigit(pair, map);
    if (changed !== undefined) return span(String(changed), 'bad');
    const loss = (map.losses[pair.upper] + map.losses[pair.lower]) / 2;
    if (loss >= leastLoss)
      return span(shades[1 + Math.round(loss * (shades.length - 2))], 'warning');
    const ink = (map.pixels[pair.upper] + map.pixels[pair.lower]) / 2;
    return ink >= 96 ? span(inkSign, 'plain') : span(' ', 'plain');
  });
  return paintRow(joinAlike(cells), theme);
}

/** Ink that nothing depends on, where there are no colours; no shade of any font. */
export const inkSign = "'";

function coloredLine(pairs: readonly Pair[], map: OcclusionMap, colorLevel: number): string {
  let line = '';
  let last = '';
  for (const pair of pairs) {
    const [upper, lower] = [pair.upper, pair.lower].map((pixel) => tinted(pixel, map));
    const changed = changedDigit(pair, map);
    const color =
      changed === undefined
        ? `${code(38, upper, colorLevel)};${code(48, lower, colorLevel)}`
        : `${code(38, white, colorLevel)};${code(48, mean(upper, lower), colorLevel)}`;
    const opened = `\u001b[${color}m`;
    line += (opened === last ? '' : opened) + (changed ?? '▀');
    last = opened;
  }
  return `${line}\u001b[39;49m`;
}

type Color = readonly [red: number, green: number, blue: number];
const white: Color = [255, 255, 255];
const lossColor: Color = [230, 40, 40];

/** The picture's grey, brought towards red by what covering the pixel costs. */
function tinted(pixel: number, { pixels, losses }: OcclusionMap): Color {
  const grey = pixels[pixel] * 0.85;
  const share = losses[pixel] * 0.85;
  return mixed([grey, grey, grey], lossColor, share);
}

function mean(a: Color, b: Color): Color {
  return mixed(a, b, 0.5);
}

function mixed(from: Color, to: Color, share: number): Color {
  return [0, 1, 2].map((part) => from[part] + (to[part] - from[part]) * share) as unknown as Color;
}

function code(layer: 38 | 48, color: Color, colorLevel: number): string {
  if (colorLevel >= 3) return `${layer};2;${color.map((part) => Math.round(part)).join(';')}`;
  // The 6×6×6 colours of the 256.
  const [red, green, blue] = color.map((part) => Math.round((part / 255) * 5));
  return `${layer};5;${16 + 36 * red + 6 * green + blue}`;
}
