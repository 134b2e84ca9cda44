import type { Calibration, CalibrationBin } from '../../../core/analysis/calibration.js';
import { meter } from '../../../ui/components/bars.js';
import { count, percent } from '../../../ui/format.js';
import type { Glyphs } from '../../../ui/glyphs.js';
import { joinColumns, type Row, type RowLike, span, type Tone } from '../../../ui/rows.js';

/** Cells of `100.0 %`, of a range and of a count. */
const numberWidth = 7;
/** Between a bin's confidence and its accuracy, before one distrusts it. */
const farApart = 0.1;

/**
 * A row a bin of confidence under a row of heads: how often its answers are right, as a bar on which a line marks
 * where it would end if confidence were accuracy.
 */
export function reliabilityRows(
  { bins }: Pick<Calibration, 'bins'>,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): Row[] {
  const barWidth = Math.max(0, width - 4 * numberWidth - 4);
  const line = (cells: readonly RowLike[]) =>
    joinColumns(
      [
        { row: cells[0], width: numberWidth },
        { row: cells[1], width: barWidth },
        { row: cells[2], width: numberWidth, align: 'right' },
        { row: cells[3], width: numberWidth, align: 'right' },
        { row: cells[4], width: numberWidth, align: 'right' },
      ],
      1,
    );
  const heads = ['says', `${glyphs.border.down} where ideal`, 'right', 'says', 'samples'];
  return [
    line(heads.map((head) => [span(head, 'dim')])),
    ...bins.map((bin) => {
      const range = `${bin.from.toFixed(1)}-${bin.to.toFixed(1)}`;
      if (bin.count === 0) {
        const nothing = [span('-', 'dim')];
        return line([[span(range, 'dim')], '', nothing, nothing, [span('0', 'dim')]]);
      }
      const tone = toneOf(bin);
      return line([
        range,
        idealBar(bin, barWidth, tone, glyphs),
        [span(percent(bin.accuracy), tone === 'warning' ? tone : 'plain')],
        percent(bin.confidence),
        count(bin.count),
      ]);
    }),
  ];
}

/** The bar of a bin's accuracy, with the line of its mean confidence over it. */
function idealBar(
  { accuracy, confidence }: CalibrationBin,
  width: number,
  tone: Tone,
  glyphs: Glyphs,
): Row {
  const bar = [...meter(accuracy, width, glyphs, glyphs.track)];
  const filled = Math.round(accuracy * width);
  const ideal = Math.min(width - 1, Math.floor(confidence * width));
  const part = (from: number, to: number) => [
    span(bar.slice(from, Math.min(to, filled)).join(''), tone),
    span(bar.slice(Math.max(from, filled), to).join(''), 'dim'),
  ];
  return [...part(0, ideal), span(glyphs.border.down, 'strong'), ...part(ideal + 1, width)].filter(
    ({ text }) => text !== '',
  );
}

function toneOf({ accuracy, confidence }: CalibrationBin): Tone {
  return Math.abs(accuracy - confidence) < farApart ? 'accent' : 'warning';
}
