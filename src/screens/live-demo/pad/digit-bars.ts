import { type BarItem, horizontalBars } from '../../../ui/components/bars.js';
import { percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, span } from '../../../ui/rows.js';

export interface DigitBarsOptions {
  /** Ten; undefined while there is no answer. */
  probabilities: readonly number[] | undefined;
  width: number;
  /** Below each other, or 0 to 4 beside 5 to 9. */
  rows: 5 | 10;
  glyphs: Glyphs;
}

/** The ten bars, which stay where they are whatever the figures: nothing moves but the bars. */
export function digitBars({ probabilities, width, rows, glyphs }: DigitBarsOptions): Row[] {
  const values = probabilities ?? Array<number>(10).fill(Number.NaN);
  const best = values.indexOf(Math.max(...values));
  const items = values.map((value, digit): BarItem => {
    const isBest = digit === best;
    return {
      label: [span(`${isBest ? glyphs.pointer : ' '}${digit}`, isBest ? 'strong' : 'plain')],
      value,
      text: percent(value, 0).padStart(5),
      tone: isBest ? 'accent' : 'dim',
    };
  });
  if (rows === 10) return horizontalBars({ items, width, max: 1, glyphs });
  const gap = 2;
  const half = Math.floor((width - gap) / 2);
  const bars = horizontalBars({ items, width: half, max: 1, glyphs });
  return bars.slice(0, 5).map((row, index) =>
    joinColumns(
      [
        { row, width: half },
        { row: bars[index + 5], width: half },
      ],
      gap,
    ),
  );
}
