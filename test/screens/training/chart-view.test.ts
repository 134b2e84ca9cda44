import { describe, expect, it } from 'vitest';
import {
  type ChartAction,
  type ChartView,
  chartAvailability,
  chartsOf,
  epochAtCursor,
  plainCharts,
  reduceCharts,
  shownEpochs,
} from '../../../src/screens/training/chart-view.js';
import { emptyView, viewEvents } from '../../../src/state/run-view.js';
import { epochEnded, epochStarted, params, progress, started } from '../../state/run-fakes.js';

const waiting = emptyView('mnist-classic', params).run;
const runOf = (epochs: number) =>
  viewEvents(emptyView('mnist-classic', params), [
    started,
    epochStarted(1),
    progress(1, 100),
    ...Array.from({ length: epochs }, (_, index) => epochEnded(index + 1, 0.99)),
  ]).run;

function act(view: ChartView, ...actions: (ChartAction | ChartAction['type'])[]): ChartView {
  return actions.reduce<ChartView>(
    (seen, action) =>
      reduceCharts(seen, typeof action === 'string' ? ({ type: action } as ChartAction) : action),
    view,
  );
}

const move = (
  to: Extract<ChartAction, { type: 'move-cursor' }>['to'],
  first = 1,
  last = 7,
): ChartAction => ({ type: 'move-cursor', to, within: { first, last } });

describe('the cursor', () => {
  it.each<[string, ChartAction[], number]>([
    ['enters from the end that it is moved from', [move('earlier')], 7],
    ['enters from the start as well', [move('later')], 1],
    ['goes one epoch at a time', [move('earlier'), move('earlier'), move('earlier')], 5],
    ['and back', [move('earlier'), move('earlier'), move('later')], 7],
    ['stops at the last epoch', [move('last'), move('later')], 7],
    ['stops at the first', [move('first'), move('earlier')], 1],
    ['keeps to the epochs that are shown', [move('first'), move('later', 4, 9)], 4],
  ])('%s', (_, actions, expected) => {
    expect(act(plainCharts, ...actions).cursor).toBe(expected);
  });

  it('is put where a chart is pointed at, which then has the keys', () => {
    const pointed = act(plainCharts, { type: 'point', chart: 'accuracy', epoch: 3 });
    expect(pointed).toMatchObject({ focus: 'accuracy', cursor: 3 });
    expect(act(pointed, { type: 'point', chart: 'steps', epoch: undefined })).toMatchObject({
      focus: 'steps',
      cursor: 3,
    });
    expect(act(pointed, 'remove-cursor').cursor).toBeUndefined();
  });

  it('follows the recent epochs, and is nowhere before there are any', () => {
    const view: ChartView = { ...plainCharts, cursor: 2, range: 'recent' };
    expect(chartsOf(runOf(15), view).cursor).toBe(6);
    expect(chartsOf(runOf(15), { ...view, range: 'whole' }).cursor).toBe(2);
    expect(chartsOf(waiting, view).cursor).toBeUndefined();
  });

  it('stands for what that epoch came to', () => {
    expect(epochAtCursor(runOf(3), { cursor: 2 })?.train.loss).toBe(0.04);
    expect(epochAtCursor(runOf(3), { cursor: undefined })).toBeUndefined();
  });
});

it('goes round the charts both ways', () => {
  const focus = (...actions: ChartAction['type'][]) => act(plainCharts, ...actions).focus;
  expect(focus('next-chart')).toBe('accuracy');
  expect(focus('next-chart', 'next-chart', 'next-chart')).toBe('loss');
  expect(focus('previous-chart')).toBe('steps');
});

it('has an axis of its own for each chart, and one smoothing and range for all', () => {
  const view = act(
    plainCharts,
    'toggle-log',
    'next-chart',
    'toggle-log',
    'smoother',
    'toggle-range',
  );
  expect(view).toMatchObject({ log: ['loss', 'accuracy'], smoothing: 0.6, range: 'recent' });
  expect(act(view, 'toggle-log', 'smoother', 'toggle-range')).toMatchObject({
    log: ['loss'],
    smoothing: 0.9,
    range: 'whole',
  });
  expect(act(view, 'smoother', 'smoother').smoothing).toBe(0);
});

it('makes a chart large and small again', () => {
  expect(act(plainCharts, 'toggle-size').size).toBe('large');
  expect(act(plainCharts, 'toggle-size', 'toggle-size').size).toBe('normal');
});

it.each<[number, ChartView['range'], ReturnType<typeof shownEpochs>]>([
  [0, 'whole', undefined],
  [15, 'whole', { first: 1, last: 15 }],
  [15, 'recent', { first: 6, last: 15 }],
  [4, 'recent', { first: 1, last: 4 }],
])('after %i epochs the %s range shows %o', (epochs, range, expected) => {
  expect(shownEpochs(runOf(epochs), { range })).toEqual(expected);
});

describe('the keys of the charts', () => {
  const keys = (epochs: number, changes: Partial<ChartView> = {}) =>
    chartAvailability(runOf(epochs), { ...plainCharts, ...changes });

  it('say what they wait for', () => {
    expect(keys(0)).toEqual({
      'earlier-epoch': 'the first epoch has not ended',
      'first-epoch': 'the first epoch has not ended',
      'later-epoch': 'the first epoch has not ended',
      'last-epoch': 'the first epoch has not ended',
      'toggle-log': 'the first epoch has not ended',
      enlarge: true,
      smooth: true,
      'toggle-recent': 'all of it is recent: nothing would be left out',
    });
    expect(keys(0, { focus: 'steps' })['toggle-log']).toBe(true);
    expect(chartAvailability(waiting, { ...plainCharts, focus: 'steps' })).toMatchObject({
      'toggle-log': 'no step has been made yet',
      smooth: 'no step has been made yet',
      'toggle-recent': 'no step has been made yet',
    });
  });

  it('all act when there is more than one screen of epochs', () => {
    expect(new Set(Object.values(keys(11)))).toEqual(new Set([true]));
    expect(keys(10)['toggle-recent']).toBe('all of it is recent: nothing would be left out');
    expect(keys(10, { range: 'recent' })['toggle-recent']).toEqual({ does: 'whole run' });
  });

  it('say where the curve ends', () => {
    expect(keys(3, { cursor: 1 })).toMatchObject({
      'earlier-epoch': 'this is the first epoch',
      'first-epoch': 'this is the first epoch',
      'later-epoch': true,
    });
    expect(keys(3, { cursor: 3 })).toMatchObject({
      'earlier-epoch': { does: 'earlier epoch' },
      'later-epoch': 'this is the last epoch that has ended',
      'last-epoch': 'this is the last epoch that has ended',
    });
    expect(keys(15, { cursor: 6, range: 'recent' })['earlier-epoch']).toBe(
      'this is the first of the recent epochs: w shows them all',
    );
  });

  it('say what they do to the charts as they are', () => {
    expect(
      keys(15, { size: 'large', log: ['loss'], smoothing: 0.9, range: 'recent' }),
    ).toMatchObject({
      enlarge: { does: 'all charts' },
      'toggle-log': { does: 'linear axis' },
      smooth: { does: 'as measured' },
      'toggle-recent': { does: 'whole run' },
    });
    expect(keys(15, { focus: 'accuracy', smoothing: 0.6, log: ['loss'] })).toMatchObject({
      'toggle-log': { does: 'odds axis' },
      smooth: true,
    });
  });
});
