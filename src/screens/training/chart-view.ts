import type { EpochRecord, RunState } from '../../core/run/reducer.js';
import type { Availability } from '../../ui/keys/keys.js';

/** The charts that can have the keys, in the order of Tab. */
export const chartNames = ['loss', 'accuracy', 'steps'] as const;

export type ChartName = (typeof chartNames)[number];

/** How a person looks at the charts of a run. */
export interface ChartView {
  readonly focus: ChartName;
  /** `large`: the chart with the focus has the work area. */
  readonly size: 'normal' | 'large';
  /** The epoch whose values are read; undefined where nobody has asked for one. */
  readonly cursor: number | undefined;
  /** Charts that have no linear axis. */
  readonly log: readonly ChartName[];
  /** Weight of the past in the drawn lines; 0 draws them as they are. */
  readonly smoothing: number;
  readonly range: 'whole' | 'recent';
}

export const plainCharts: ChartView = {
  focus: 'loss',
  size: 'normal',
  cursor: undefined,
  log: [],
  smoothing: 0,
  range: 'whole',
};

export type ChartAction =
  /** All charts where not said otherwise. */
  | { type: 'next-chart' | 'previous-chart'; among?: readonly ChartName[] }
  /** A chart was pointed at, perhaps at an epoch. */
  | { type: 'point'; chart: ChartName; epoch: number | undefined }
  | { type: 'move-cursor'; to: 'earlier' | 'later' | 'first' | 'last'; within: EpochRange }
  | { type: 'remove-cursor' | 'toggle-size' | 'toggle-log' | 'smoother' | 'toggle-range' };

export function reduceCharts(view: ChartView, action: ChartAction): ChartView {
  switch (action.type) {
    case 'next-chart':
      return { ...view, focus: after(action.among ?? chartNames, view.focus, 1) };
    case 'previous-chart':
      return { ...view, focus: after(action.among ?? chartNames, view.focus, -1) };
    case 'point':
      return { ...view, focus: action.chart, cursor: action.epoch ?? view.cursor };
    case 'move-cursor':
      return { ...view, cursor: movedCursor(view.cursor, action.to, action.within) };
    case 'remove-cursor':
      return { ...view, cursor: undefined };
    case 'toggle-size':
      return { ...view, size: view.size === 'normal' ? 'large' : 'normal' };
    case 'toggle-log':
      return { ...view, log: toggled(view.log, view.focus) };
    case 'smoother':
      return { ...view, smoothing: after(smoothings, view.smoothing, 1) };
    case 'toggle-range':
      return { ...view, range: view.range === 'whole' ? 'recent' : 'whole' };
  }
}

const smoothest = 0.9;
const smoothings = [0, 0.6, smoothest];

/** The epochs that can be read in a chart. */
export interface EpochRange {
  first: number;
  last: number;
}

/** Undefined before the first epoch has ended. */
export function shownEpochs(
  { history }: Pick<RunState, 'history'>,
  { range }: Pick<ChartView, 'range'>,
): EpochRange | undefined {
  const shown = range === 'recent' ? history.slice(-recentEpochs) : history;
  const [first, last] = [shown.at(0), shown.at(-1)];
  return first && last && { first: first.epoch, last: last.epoch };
}

/** Epochs of the range `recent`. */
export const recentEpochs = 10;
/** Reports within the epochs, five a second, that the range `recent` shows of the step loss. */
export const recentSteps = 100;

/** The view with its cursor among the epochs that are shown. */
export function chartsOf(run: Pick<RunState, 'history'>, view: ChartView): ChartView {
  const shown = shownEpochs(run, view);
  const cursor =
    view.cursor === undefined || !shown
      ? undefined
      : Math.min(shown.last, Math.max(shown.first, view.cursor));
  return { ...view, cursor };
}

/** What the epoch under the cursor came to. */
export function epochAtCursor(
  { history }: Pick<RunState, 'history'>,
  { cursor }: Pick<ChartView, 'cursor'>,
): EpochRecord | undefined {
  return cursor === undefined ? undefined : history.find(({ epoch }) => epoch === cursor);
}

/** What the keys of the charts can do now, or the reason why not. */
export function chartAvailability(
  run: Pick<RunState, 'history' | 'lossTrail'>,
  view: ChartView,
): Availability {
  const isEmpty = run.lossTrail.length === 0 && run.history.length === 0;
  const drawsNothing = isEmpty && 'no step has been made yet';
  const shown = shownEpochs(run, view);
  const noEpoch = !shown && 'the first epoch has not ended';
  const isAtFirst = shown !== undefined && view.cursor === shown.first;
  const isAtLast = shown !== undefined && view.cursor === shown.last;
  const first =
    isAtFirst &&
    (view.range === 'whole'
      ? 'this is the first epoch'
      : 'this is the first of the recent epochs: w shows them all');
  const last = isAtLast && 'this is the last epoch that has ended';
  const isAllRecent =
    view.range === 'whole' &&
    run.history.length <= recentEpochs &&
    run.lossTrail.length <= recentSteps &&
    'all of it is recent: nothing would be left out';
  const does = chartKeyWords(view);
  return {
    'earlier-epoch': noEpoch || first || does.earlier,
    'first-epoch': noEpoch || first || true,
    'later-epoch': noEpoch || last || true,
    'last-epoch': noEpoch || last || true,
    enlarge: does.enlarge,
    'toggle-log': (view.focus === 'steps' ? drawsNothing : noEpoch) || does.log,
    smooth: drawsNothing || does.smooth,
    'toggle-recent': drawsNothing || isAllRecent || does.recent,
  };
}

/** What the keys do to the charts as they are. */
function chartKeyWords({ focus, size, cursor, log, smoothing, range }: ChartView) {
  const curved = focus === 'accuracy' ? 'odds axis' : 'log axis';
  const words = log.includes(focus) ? 'linear axis' : curved;
  return {
    earlier: cursor === undefined || { does: 'earlier epoch' },
    enlarge: size === 'normal' || { does: 'all charts' },
    log: words === 'log axis' || { does: words },
    smooth: smoothing < smoothest || { does: 'as measured' },
    recent: range === 'whole' || { does: 'whole run' },
  } as const;
}

/** From the side that it is moved from, the cursor enters the chart. */
function movedCursor(
  cursor: number | undefined,
  to: 'earlier' | 'later' | 'first' | 'last',
  { first, last }: EpochRange,
): number {
  const moved = {
    earlier: cursor === undefined ? last : cursor - 1,
    later: cursor === undefined ? first : cursor + 1,
    first,
    last,
  };
  return Math.min(last, Math.max(first, moved[to]));
}

function after<T>(list: readonly T[], value: T, step: 1 | -1): T {
  return list[(list.indexOf(value) + step + list.length) % list.length];
}

function toggled(list: readonly ChartName[], name: ChartName): ChartName[] {
  return list.includes(name) ? list.filter((other) => other !== name) : [...list, name];
}
