import { count } from '../format.js';
import type { Glyphs } from '../glyphs.js';
import type { Row } from '../rows.js';
import { fitRow, rowWidth, span } from '../rows.js';
import { meter } from './bars.js';

export interface ProgressOptions {
  label: string;
  value: number;
  /** 0 while it is not known yet. */
  total: number;
  width: number;
  glyphs: Glyphs;
  /** What follows the percentage, such as the time left. */
  note?: string;
}

/** " epoch  7/20 ██████░░░░  35 %   left 1 min 42 s" in exactly `width` cells; never above 100 %. */
export function progressBar({
  label,
  value,
  total,
  width,
  glyphs,
  note = '',
}: ProgressOptions): Row {
  const known = Number.isFinite(total) && total > 0;
  const done = Number.isFinite(value) ? Math.max(0, known ? Math.min(value, total) : value) : 0;
  const fraction = known ? done / total : 0;
  const totalText = known ? count(total) : '?';
  const head = `${label} ${count(done).padStart(totalText.length)}/${totalText} `;
  // Rounded down: 100 % means done.
  const tail = ` ${String(Math.floor(fraction * 100)).padStart(3)} %${note && `   ${note}`}`;
  const barWidth = Math.max(0, width - rowWidth(head) - rowWidth(tail));
  const bar = meter(fraction, barWidth, glyphs, glyphs.track);
  return fitRow([head, span(bar, 'accent'), tail], width, glyphs.ellipsis);
}
