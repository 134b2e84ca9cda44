import { isUnderWay, type RunView } from '../../state/run-view.js';
import { blockTextHeight, blockTextWidth } from '../../ui/components/block-text.js';
import { thickBar } from '../../ui/components/thick-bar.js';
import { percent } from '../../ui/format.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { joinColumns, rowWidth, span } from '../../ui/rows.js';
import { runFraction } from '../training/run-fraction.js';
import { accuracyChart, chartKey } from './accuracy-chart.js';
import { clock } from './clock.js';
import { accuracyOf } from './run-figures.js';
import { largeRows, roomWithin, type StageArea, withMargin } from './stage-page.js';

/** What the figure stands for, the key of the chart, and what stands above the bar. */
const singleRows = 3;
const widestAccuracy = '100.00%';

/** A run for a whole room: how well it reads, its curve, and how far it is or what became of it. */
export function runPage(view: RunView, { width, height, glyphs }: StageArea): Row[] {
  const room = roomWithin(width);
  const figureRoom = { width: room, height: Math.round(height * 0.3) };
  const figureHeight = blockTextHeight(widestAccuracy, figureRoom) ?? 4;
  const barHeight = Math.max(4, Math.round(height / 8));
  // Where there is room the three parts stand apart.
  const gaps = height >= 30 ? [''] : [];
  const chartHeight = height - figureHeight - barHeight - singleRows - 4 * gaps.length;
  const { share, words } = accuracyOf(view, glyphs);
  const figure = [span(percent(share, 2).replace(' ', ''), 'strong')];
  const rows: RowLike[] = [
    ...gaps,
    words,
    ...largeRows(figure, { height: figureHeight, glyphs }),
    ...gaps,
    chartKey(glyphs),
    ...accuracyChart(view.run, { width: room, height: chartHeight, glyphs }),
    ...gaps,
    ...below(view, { width: room, height: barHeight, glyphs }),
  ];
  return withMargin(rows, width);
}

/** A row of words, and `height` rows that the back of the room reads. */
function below(view: RunView, area: StageArea): Row[] {
  return isUnderWay(view) ? progress(view, area) : ending(view, area);
}

/** What became of it, what it was saved as, and what to do next. */
function ending({ run }: RunView, { width, height, glyphs }: StageArea): Row[] {
  const keys = [span('Enter', 'accent'), span(' new run   '), span('3', 'accent'), span(' try it')];
  const saved = [span('saved as '), span(`models/${run.outcome?.model ?? ''}`, 'strong')];
  const keysWidth = rowWidth(keys);
  const words = joinColumns([
    { row: saved, width: width - keysWidth - 2 },
    { row: keys, width: keysWidth },
  ]);
  const end = run.status === 'stopped' ? span('stopped', 'warning') : span('done', 'good');
  return [words, ...largeRows([end], { height, glyphs })];
}

/** How far it is: the epoch, the bar, and beside it the time left. */
function progress({ run, asked, latest }: RunView, { width, height, glyphs }: StageArea): Row[] {
  const epochs = (run.request ?? asked)?.settings.epochs ?? 0;
  const left = latest?.secondsLeft ?? Number.NaN;
  const time = Number.isFinite(left) ? clock(left) : '';
  // The bar must not grow when the time has a figure less.
  const timeWidth = blockTextWidth(left >= 3600 ? '0:00:00' : '00:00', height);
  const barWidth = width - timeWidth - 2;
  const bar = thickBar({ fraction: runFraction(run, epochs).run, width: barWidth, height, glyphs });
  const figures = largeRows([span(time, 'strong')], { height, glyphs });
  const columns = (one: RowLike, other: RowLike) =>
    joinColumns([
      { row: one, width: barWidth },
      { row: other, width: timeWidth, align: 'right' },
    ]);
  const place = `epoch ${Math.max(1, run.epoch)}/${epochs}`;
  const isPaused = run.status === 'paused';
  const words = [
    isPaused ? span(`${glyphs.pause} paused, ${place}`, 'warning') : span(place, 'strong'),
  ];
  return [
    columns(words, time === '' ? '' : 'left'),
    ...bar.map((row, index) => columns(row, figures[index])),
  ];
}
