import type { DigitDifference } from '../../../core/analysis/digit-differences.js';
import { meter } from '../../../ui/components/bars.js';
import { percent, signed } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { type Row, span, type Tone } from '../../../ui/rows.js';

export interface DifferenceRowsOptions {
  digits: readonly DigitDifference[];
  width: number;
  glyphs: Glyphs;
}

/** How much more of each digit B reads right, in points: bars to the left where it is less, to the right where it is more. */
export function differenceRows({ digits, width, glyphs }: DifferenceRowsOptions): Row[] {
  const changes = digits.map(({ a, b }) => (b - a) * 100);
  const most = Math.max(0, ...changes.filter(Number.isFinite).map(Math.abs));
  const isWide = width >= widthOfShares;
  const figures = textWidth + (isWide ? sharesWidth : 0);
  const half = Math.max(1, Math.floor((width - labelWidth - figures - 1) / 2));
  return digits.map(({ digit, count, a, b }, index): Row => {
    const change = changes[index];
    const share = most > 0 && Number.isFinite(change) ? Math.abs(change) / most : 0;
    const tone: Tone = change > 0 ? 'good' : change < 0 ? 'bad' : 'dim';
    const less = change < 0 ? barToLeft(share, half, glyphs) : ' '.repeat(half);
    const more = change > 0 ? meter(share, half, glyphs) : ' '.repeat(half);
    const text = count === 0 ? 'none' : signed(change, Math.abs(change) >= 99.95 ? 0 : 1);
    return [
      span(`${digit} `),
      span(less, tone),
      span(glyphs.border.down, 'dim'),
      span(more, tone),
      span(text.padStart(textWidth), tone === 'dim' ? 'dim' : 'plain'),
      span(isWide ? `${percent(a)} -> ${percent(b)}`.padStart(sharesWidth) : '', 'dim'),
    ];
  });
}

const labelWidth = 2;
/** ` +12.3` */
const textWidth = 6;
/** `  93.1 % -> 100.0 %` */
const sharesWidth = 20;
const widthOfShares = 42;

/** In whole cells: there are no signs that fill a cell from the right. */
function barToLeft(share: number, width: number, glyphs: Glyphs): string {
  const full = glyphs.bar[glyphs.bar.length - 1];
  const cells = share > 0 ? Math.max(1, Math.round(share * width)) : 0;
  return full.repeat(cells).padStart(width);
}
