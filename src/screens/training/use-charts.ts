import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { RunState } from '../../core/run/reducer.js';
import type { Action } from '../../ui/keys/key-table.js';
import type { Availability } from '../../ui/keys/keys.js';
import type { ChartStore } from './chart-store.js';
import {
  type ChartAction,
  type ChartName,
  type ChartView,
  chartAvailability,
  chartsOf,
  reduceCharts,
  shownEpochs,
} from './chart-view.js';

/** The charts of the live screen and what keys and mouse do with them. */
export interface Charts {
  view: ChartView;
  availability: Availability;
  handlers: Partial<Record<Action, () => void>>;
  /** Called for Esc; `unused` where there is nothing to leave. */
  back: () => 'used' | 'unused';
  /** A chart was clicked, at an epoch where it has any. */
  point: (chart: ChartName, epoch: number | undefined) => void;
  /** The wheel was turned over a chart, up (-1) or down. */
  wheel: (direction: -1 | 1) => void;
}

const nothing: Pick<RunState, 'history' | 'lossTrail'> = { history: [], lossTrail: [] };

/** @param among the charts that can have the keys; all where not said otherwise */
export function useCharts(
  run: RunState | undefined,
  store: ChartStore,
  among?: readonly ChartName[],
): Charts {
  const drawn = run ?? nothing;
  const view = chartsOf(drawn, useStore(store));
  const dispatch = (action: ChartAction) => store.setState((state) => reduceCharts(state, action));
  const hasEpochs = drawn.history.length > 0;
  // The next run is looked at as this one was, but its epochs are others; so it is after a while on another screen.
  // Before it is on the screen: a key that is pressed as soon as it is there moves the cursor for good.
  useLayoutEffect(() => {
    const removeCursor = () => store.setState({ cursor: undefined });
    if (!hasEpochs) removeCursor();
    return removeCursor;
  }, [hasEpochs, store]);

  const move = (to: Extract<ChartAction, { type: 'move-cursor' }>['to']) => () => {
    const within = shownEpochs(drawn, view);
    if (within) dispatch({ type: 'move-cursor', to, within });
  };
  const act = (type: ToggleAction) => () => dispatch({ type });
  const turn = (type: 'next-chart' | 'previous-chart') => () => dispatch({ type, among });
  return {
    view,
    availability: run ? chartAvailability(run, view) : {},
    handlers: {
      'earlier-epoch': move('earlier'),
      'later-epoch': move('later'),
      'first-epoch': move('first'),
      'last-epoch': move('last'),
      'next-panel': turn('next-chart'),
      'previous-panel': turn('previous-chart'),
      enlarge: act('toggle-size'),
      'toggle-log': act('toggle-log'),
      smooth: act('smoother'),
      'toggle-recent': act('toggle-range'),
    },
    back() {
      if (view.cursor !== undefined) dispatch({ type: 'remove-cursor' });
      else if (view.size === 'large') dispatch({ type: 'toggle-size' });
      else return 'unused';
      return 'used';
    },
    point: (chart, epoch) => dispatch({ type: 'point', chart, epoch }),
    wheel: (direction) => move(direction < 0 ? 'earlier' : 'later')(),
  };
}

type ToggleAction = 'toggle-size' | 'toggle-log' | 'smoother' | 'toggle-range';
