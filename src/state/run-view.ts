import type { Metrics, RunEvent } from '../core/run/event.js';
import {
  emptyRun,
  isActive,
  type Progress,
  type RunState,
  reduceRun,
} from '../core/run/reducer.js';
import type { LoadProgress, StartRunParams } from '../host/protocol.js';

/** How far the data of a run is loaded. */
export interface Loading extends LoadProgress {
  /** Milliseconds since 1970 of its first and its last news. */
  since: number;
  at: number;
}

/** What happens too often, or says nothing that another event does not say. */
type Unlogged = 'progress' | 'epoch-started' | 'weights-kept' | 'checkpoint-saved' | 'state-saved';

/** An event that a person reads in the log. */
export type LoggedEvent = Exclude<RunEvent, { type: Unlogged }>;

/** A run with what a live screen needs besides: it is made of events alone. */
export interface RunView {
  run: RunState;
  /** What was asked for, before the first event says so; undefined where another client asked. */
  asked?: StartRunParams;
  loading?: Loading;
  /** The newest last. */
  log: readonly LoggedEvent[];
  /** The last progress of any phase: it outlives the end of its epoch, so that nothing flickers. */
  latest?: Progress;
  /** Of the training samples in the epoch under way or last ended. */
  train?: Metrics;
  /** Images a second while training; validation is much faster and would make it jump. */
  imagesPerSecond?: number;
  /** Milliseconds since 1970 of the last event; 0 before the first. */
  at: number;
  /** Seconds of work so far: while it is paused, or no host has it, this stands still. */
  seconds: number;
}

const logLength = 200;

export function emptyView(id: string, asked?: StartRunParams): RunView {
  return { run: emptyRun(id), asked, log: [], at: 0, seconds: 0 };
}

export function viewEvents(view: RunView, events: readonly RunEvent[]): RunView {
  return events.reduce(viewEvent, view);
}

export function viewLoading(view: RunView, progress: LoadProgress, now: number): RunView {
  return { ...view, loading: { ...progress, since: view.loading?.since ?? now, at: now } };
}

/** True from the moment a run is asked for until it has ended. */
export function isUnderWay(view: RunView | undefined): view is RunView {
  return view !== undefined && isActive(view.run);
}

function viewEvent(view: RunView, event: RunEvent): RunView {
  const next = {
    ...view,
    run: reduceRun(view.run, event),
    at: event.at,
    seconds: view.seconds + secondsOfWork(view, event),
  };
  switch (event.type) {
    case 'progress': {
      const { type: _, at: __, ...latest } = event;
      if (event.phase === 'validation') return { ...next, latest };
      const { loss, accuracy, imagesPerSecond } = event;
      return { ...next, latest, train: { loss, accuracy }, imagesPerSecond };
    }
    case 'epoch-started':
    case 'weights-kept':
    case 'checkpoint-saved':
    case 'state-saved':
      return next;
    case 'epoch-ended':
      return { ...withLog(next, event), train: event.train };
    case 'started':
    case 'resumed':
      return { ...withLog(next, event), loading: undefined };
    default:
      return withLog(next, event);
  }
}

/** What an event ends: an epoch's work, or a time in which nothing was done. */
function secondsOfWork({ run, at }: RunView, event: RunEvent): number {
  const wasAtRest = run.status !== 'running' || event.type === 'resumed';
  return wasAtRest ? 0 : Math.max(0, event.at - at) / 1000;
}

function withLog(view: RunView, event: LoggedEvent): RunView {
  return { ...view, log: [...view.log, event].slice(-logLength) };
}
