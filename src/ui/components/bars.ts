import { cellWidth } from '../cells.js';
import { count, percent } from '../format.js';
import type { Glyphs } from '../glyphs.js';
import type { Row, RowLike, Tone } from '../rows.js';
import { joinColumns, rowWidth, span } from '../rows.js';

/** A bar of exactly `width` cells that `fraction` (0 to 1, anything else is brought there) fills from the left. */
export function meter(fraction: number, width: number, { bar }: Glyphs, empty = ' '): string {
  return filledCells(fraction, width, bar, empty);
}

/** The same, lower than its row: such bars do not touch, where ten of about the same length would be one block. */
export function thinMeter(fraction: number, width: number, { thinBar }: Glyphs): string {
  return filledCells(fraction, width, thinBar, ' ');
}

/** @param signs an empty cell, then growing to a full one */
function filledCells(
  fraction: number,
  width: number,
  signs: readonly string[],
  empty: string,
): string {
  const cells = Math.max(0, Math.floor(width));
  const steps = signs.length - 1;
  const filled = Math.round(toFraction(fraction) * cells * steps);
  const full = Math.floor(filled / steps);
  const part = filled % steps;
  const bar = signs[steps].repeat(full) + (part > 0 ? signs[part] : '');
  return bar + empty.repeat(cells - cellWidth(bar));
}

export interface BarItem {
  label: RowLike;
  value: number;
  /** What stands behind the bar. */
  text: string;
  /** Of the bar, and of the text where that has no tone of its own. */
  tone?: Tone;
  textTone?: Tone;
}

export interface BarOptions {
  items: readonly BarItem[];
  /** Cells of a whole row: label, bar and text. */
  width: number;
  /** The value of a full bar; the largest of the items when not given. */
  max?: number;
  /** `thin` ones do not touch: ten of about the same length would be one block. */
  bars?: 'full' | 'thin';
  glyphs: Glyphs;
}

/** One row an item: label, bar, text, aligned with each other. */
export function horizontalBars({ items, width, max, bars = 'full', glyphs }: BarOptions): Row[] {
  const signs = bars === 'full' ? glyphs.bar : glyphs.thinBar;
  const finite = items.map((item) => item.value).filter(Number.isFinite);
  const full = max ?? Math.max(0, ...finite);
  const labelWidth = Math.max(0, ...items.map((item) => rowWidth(item.label)));
  const textWidth = Math.max(0, ...items.map((item) => cellWidth(item.text)));
  const barWidth = Math.max(0, width - labelWidth - textWidth - 2);
  return items.map(({ label, value, text, tone = 'plain', textTone = tone }) => {
    const bar = filledCells(full > 0 ? value / full : 0, barWidth, signs, ' ');
    const row = joinColumns(
      [
        { row: label, width: labelWidth },
        { row: [span(bar, tone)], width: barWidth },
        { row: [span(text, textTone)], width: textWidth, align: 'right' },
      ],
      1,
    );
    return rowWidth(row) > width ? joinColumns([{ row, width }]) : row;
  });
}

export interface ConfidenceOptions {
  /** One probability a digit, 0 to 1. */
  probabilities: ArrayLike<number>;
  width: number;
  glyphs: Glyphs;
}

/** Ten rows, digit 0 first; the most probable digit has the accent and a mark. */
export function confidenceBars({ probabilities, width, glyphs }: ConfidenceOptions): Row[] {
  const values = Array.from(probabilities);
  const best = values.indexOf(Math.max(...values.filter(Number.isFinite)));
  const items = values.map((value, digit): BarItem => {
    const label = `${digit === best ? glyphs.pointer : ' '}${digit}`;
    return {
      label: [span(label, digit === best ? 'strong' : 'plain')],
      value,
      text: percent(value),
      tone: digit === best ? 'accent' : 'dim',
    };
  });
  return horizontalBars({ items, width, max: 1, glyphs });
}

export interface ClassBarsOptions {
  /** Samples of each digit. */
  counts: ArrayLike<number>;
  width: number;
  glyphs: Glyphs;
}

/** One row a digit with its samples and their share; a digit without samples is marked. */
export function classBars({ counts, width, glyphs }: ClassBarsOptions): Row[] {
  const values = Array.from(counts);
  const total = values.reduce((sum, value) => sum + value, 0);
  const shares = values.map((value) => percent(total > 0 ? value / total : 0));
  const shareWidth = Math.max(0, ...shares.map(cellWidth));
  const items = values.map(
    (value, digit): BarItem => ({
      label: String(digit),
      value,
      text: `${count(value)}  ${shares[digit].padStart(shareWidth)}${value === 0 ? '!' : ' '}`,
      // Ten full bars beside each other would be the brightest thing on the screen.
      tone: 'dim',
      textTone: value === 0 ? 'warning' : 'plain',
    }),
  );
  return horizontalBars({ items, width, bars: 'thin', glyphs });
}

function toFraction(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
