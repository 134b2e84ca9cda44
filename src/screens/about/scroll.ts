import type { Glyphs } from '../../ui/glyphs.js';
import type { RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';

/** What is seen of a long page. */
export interface ScrollWindow {
  /** The first row that is seen, from 0. */
  top: number;
  /** Rows that are seen at once. */
  height: number;
  /** Rows of the whole page. */
  total: number;
}

/** The window moved by so many rows, down where positive, without leaving the page. */
export function scrolled({ top, height, total }: ScrollWindow, rows: number): number {
  return Math.max(0, Math.min(total - height, top + rows));
}

/** `▼ 1-20 of 71`: where one is, and which way there is more; nothing where all is seen. */
export function scrollNote({ top, height, total }: ScrollWindow, glyphs: Glyphs): RowLike {
  if (total <= height) return '';
  const end = top + height;
  const ways = `${top > 0 ? glyphs.up : ' '}${end < total ? glyphs.down : ' '}`;
  return [span(ways, 'accent'), span(` ${top + 1}-${end} of ${total}`, 'dim')];
}
