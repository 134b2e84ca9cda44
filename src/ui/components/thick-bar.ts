import type { Glyphs } from '../glyphs.js';
import type { Row, Tone } from '../rows.js';
import { span } from '../rows.js';

export interface ThickBarOptions {
  /** 0 to 1; anything else is brought there. */
  fraction: number;
  /** Cells of the whole bar, at least 4 by 2. */
  width: number;
  height: number;
  glyphs: Glyphs;
  tone?: Tone;
}

/**
 * A bar that is seen from the back of a room: solid as far as `fraction` goes, and from there on a frame around what
 * is empty, so that both parts are seen without colour.
 */
export function thickBar({
  fraction,
  width,
  height,
  glyphs,
  tone = 'accent',
}: ThickBarOptions): Row[] {
  const signs = glyphs.mode === 'unicode' ? unicodeSigns : asciiSigns;
  const known = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;
  const steps = Math.round(known * width * signs.steps);
  const full = Math.floor(steps / signs.steps);
  const hasHalf = steps % signs.steps > 0;
  return Array.from({ length: height }, (_, index) => {
    const row = index === 0 ? signs.top : index === height - 1 ? signs.bottom : signs.middle;
    const filled = signs.full.repeat(full) + (hasHalf ? row.half : '');
    const rest = width - filled.length;
    // The left side of the frame stands only where nothing is filled.
    const left = filled === '' ? row.left : '';
    const right = rest > 0 ? row.right : '';
    const across = row.across.repeat(Math.max(0, rest - left.length - right.length));
    return [span(filled, tone), span(left + across + right, 'plain')];
  });
}

interface RowSigns {
  left: string;
  across: string;
  right: string;
  /** Filled in its left half, the frame in its right one. */
  half: string;
}

interface BarSigns {
  full: string;
  /** Of a cell. */
  steps: 1 | 2;
  top: RowSigns;
  middle: RowSigns;
  bottom: RowSigns;
}

const unicodeSigns: BarSigns = {
  full: '█',
  steps: 2,
  top: { left: '█', across: '▀', right: '█', half: '▛' },
  middle: { left: '█', across: ' ', right: '█', half: '▌' },
  bottom: { left: '█', across: '▄', right: '█', half: '▙' },
};

const asciiSigns: BarSigns = {
  full: '#',
  steps: 1,
  top: { left: '+', across: '-', right: '+', half: '' },
  middle: { left: '|', across: ' ', right: '|', half: '' },
  bottom: { left: '+', across: '-', right: '+', half: '' },
};
