import type { RunState } from '../../core/run/reducer.js';
import { blockTextHeight } from '../../ui/components/block-text.js';
import { percent } from '../../ui/format.js';
import { type Row, type RowLike, type Span, span } from '../../ui/rows.js';
import { accuracyChart, chartKey } from './accuracy-chart.js';
import { accuracyOf } from './run-figures.js';
import { largeRows, roomWithin, type StageArea, withMargin } from './stage-page.js';

/** What the figure stands for, the key of the chart, and what became of the run. */
const singleRows = 3;
const widestAccuracy = '100.00%';

/**
 * A past run for a whole room: its one figure, the curve that led to it, and a sentence below.
 *
 * @param ending what became of it
 */
export function curvePage(
  run: RunState,
  ending: Span,
  { width, height, glyphs }: StageArea,
): Row[] {
  const room = roomWithin(width);
  const figureRoom = { width: room, height: Math.round(height * 0.4) };
  const figureHeight = blockTextHeight(widestAccuracy, figureRoom) ?? 4;
  const gaps = height >= 30 ? [''] : [];
  const chartHeight = height - figureHeight - singleRows - 4 * gaps.length;
  const progress = run.progress?.phase === 'train' ? run.progress : undefined;
  const { share, words } = accuracyOf({ run, train: progress }, glyphs);
  const rows: RowLike[] = [
    ...gaps,
    words,
    ...largeRows([span(percent(share, 2).replace(' ', ''), 'strong')], {
      height: figureHeight,
      glyphs,
    }),
    ...gaps,
    chartKey(glyphs),
    ...accuracyChart(run, { width: room, height: chartHeight, glyphs }),
    ...gaps,
    [ending],
    ...gaps,
  ];
  return withMargin(rows, width);
}
