import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import { rangeOf } from '../../ui/components/axis.js';
import { horizontalBars } from '../../ui/components/bars.js';
import { heatMap } from '../../ui/components/heat-map.js';
import { sparkline } from '../../ui/components/sparkline.js';
import { percent } from '../../ui/format.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Row, RowLike } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';
import type { ChartOptions } from './chart-rows.js';
import { type ChartView, epochAtCursor } from './chart-view.js';

/** The epoch under the cursor, or the last one. */
function epochOf(run: RunState, charts: ChartView | undefined): EpochRecord | undefined {
  return (charts && epochAtCursor(run, charts)) ?? run.history.at(-1);
}

/** Validation accuracy of each digit: ten columns, or ten bars where there is room. */
export function digitRows(run: RunState, { width, height, glyphs, charts }: ChartOptions): Row[] {
  const shares = epochOf(run, charts)?.validationPerClass;
  if (!shares) return [[span('after one', 'dim')], [span('epoch', 'dim')]];
  const worst = worstDigit(shares);
  if (height >= 10 && width >= widthOfBars) {
    const items = shares.map((value, digit) => ({
      label: `${digit === worst ? glyphs.down : ' '}${digit}`,
      value,
      text: percent(value, 1),
      tone: digit === worst ? ('warning' as const) : ('dim' as const),
      textTone: digit === worst ? ('warning' as const) : ('plain' as const),
    }));
    return horizontalBars({ items, width, max: 1, bars: 'thin', glyphs });
  }
  const gap = width >= 19 ? ' ' : '';
  const values = sparkline({ values: shares, width: 10, glyphs, range: [scaleFrom(shares), 1] });
  return [[span([...'0123456789'].join(gap), 'dim')], [span([...values].join(gap), 'accent')]];
}

/** With a bar between its label and `100.0 %` that still tells digits apart. */
const widthOfBars = 16;

/** The digit that is read worst, `8 97.1 %`, for the border of the panel. */
export function worstNote(run: RunState, glyphs: Glyphs, charts?: ChartView): RowLike {
  const shares = epochOf(run, charts)?.validationPerClass;
  const worst = shares && worstDigit(shares);
  return worst === undefined
    ? ''
    : [span(`${glyphs.down}${worst} ${percent(shares?.[worst] ?? Number.NaN)}`, 'warning')];
}

/** Validation accuracy of each digit after each of the last epochs: ten rows, and their numbers below. */
export function digitHistoryRows(
  run: RunState,
  { width, glyphs, charts }: Pick<ChartOptions, 'width' | 'glyphs' | 'charts'>,
): Row[] {
  const { history } = run;
  if (history.length === 0) {
    return [[span('drawn from the end of', 'dim')], [span('the first epoch on', 'dim')]];
  }
  const record = charts && epochAtCursor(run, charts);
  const worst = record && worstDigit(record.validationPerClass);
  return heatMap({
    matrix: digits.map((digit) => history.map((epoch) => epoch.validationPerClass[digit])),
    rowLabels: digits.map(String),
    firstColumn: history[0].epoch,
    range: digitRange(run),
    width,
    glyphs,
    tones: ['warning', 'accent', 'accent'],
    ...(record &&
      worst !== undefined && { selected: { row: worst, column: history.indexOf(record) } }),
  });
}

/** What the lightest and the densest cell of `digitHistoryRows` stand for. */
export function digitHistoryNote(run: RunState, glyphs: Glyphs): RowLike {
  if (run.history.length === 0) return '';
  const [low, high] = digitRange(run);
  const [light, dense] = [glyphs.shades[1], glyphs.shades[glyphs.shades.length - 1]];
  return [span(light, 'warning'), ` ${percent(low)}  `, span(dense, 'accent'), ` ${percent(high)}`];
}

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** As in the charts, the first epoch is not to make all others alike. */
function digitRange({ history }: RunState): readonly [number, number] {
  const shown = history.length >= 4 ? history.slice(1) : history;
  return rangeOf(shown.flatMap(({ validationPerClass }) => validationPerClass)) ?? [0, 1];
}

function worstDigit(shares: EpochRecord['validationPerClass']): number | undefined {
  const finite = shares.filter(Number.isFinite);
  return finite.length === 0 ? undefined : shares.indexOf(Math.min(...finite));
}

/** Good networks differ in the last per cent: the lower end follows the worst digit down. */
function scaleFrom(shares: readonly number[]): number {
  const lowest = Math.min(1, ...shares.filter(Number.isFinite));
  return lowest >= 0.95 ? 0.9 : lowest >= 0.6 ? 0.5 : 0;
}
