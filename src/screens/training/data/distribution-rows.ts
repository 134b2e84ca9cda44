import type { DataSummary } from '../../../host/protocol.js';
import { type BarItem, horizontalBars } from '../../../ui/components/bars.js';
import { count, percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, span } from '../../../ui/rows.js';

interface DistributionOptions {
  width: number;
  glyphs: Glyphs;
}

/** Cells of the columns of figures: samples, share, train, held back. */
const figureWidths = [10, 8, 9, 10];
const figuresWidth = figureWidths.reduce((sum, width) => sum + width, 0);

/** A row a digit: how many there are, their share, and both sides of the split; then all together. */
export function distributionRows(
  { perClass, split, count: total }: Pick<DataSummary, 'perClass' | 'split' | 'count'>,
  { width, glyphs }: DistributionOptions,
): Row[] {
  const barsWidth = Math.max(0, width - figuresWidth);
  const most = Math.max(...perClass);
  const items = perClass.map(
    (samples, digit): BarItem => ({
      label: String(digit),
      value: samples,
      text: markOf(samples, most),
      tone: 'dim',
      textTone: 'warning',
    }),
  );
  const bars = horizontalBars({ items, width: barsWidth, bars: 'thin', glyphs });
  const row = (head: Row, figures: readonly string[]) =>
    joinColumns(
      [
        { row: head, width: barsWidth },
        ...figures.map((text, column) => ({
          row: text,
          width: figureWidths[column],
          align: 'right' as const,
        })),
      ],
      0,
    );
  const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0);
  return [
    row([], ['samples', 'share', 'train', 'held back']).map(({ text }) => span(text, 'dim')),
    ...perClass.map((samples, digit) =>
      row(bars[digit], [
        count(samples),
        percent(total > 0 ? samples / total : 0),
        count(split.train[digit]),
        count(split.validation[digit]),
      ]),
    ),
    row(
      [span('all', 'strong')],
      [count(total), '', count(sum(split.train)), count(sum(split.validation))],
    ),
  ];
}

/** From this on a digit is much rarer than the most frequent one, as in the warnings. */
const unequal = 3;

/** `!` for a digit that is missing, or much rarer than another. */
function markOf(samples: number, most: number): string {
  return samples === 0 || most / samples >= unequal ? '!' : ' ';
}
