import {
  NotificationType,
  NotificationType0,
  RequestType,
  RequestType0,
} from 'vscode-jsonrpc/node';
import type { DataOptions } from '../../core/data-options.js';
import type { RunEvent } from '../../core/run/event.js';
import type { RunState, SavedPosition } from '../../core/run/reducer.js';
import type { TrainingSettings } from '../../core/settings.js';
import type { EngineChoice, LoadProgress } from './common.js';

/** A run of the workspace as its log tells it. One that its host died in has failed. */
export interface RunSummary
  extends Pick<RunState, 'id' | 'status' | 'request' | 'startedAt' | 'epoch' | 'best'> {
  /** Validation accuracy of its epochs, 0 to 1, in order; at most 60 of them, evenly spread. */
  validationTrail: number[];
  /** What a person calls it; its id where they have not said. */
  title?: string;
  note?: string;
  /** From its start to its last event, pauses included. */
  seconds?: number;
  /** Why it failed or is paused. */
  reason?: string;
  /** Name of the model that came out of it. */
  model?: string;
  /** Where `run/resume` would go on: there for a run that has ended before its last epoch, or died. */
  resumable?: SavedPosition;
  /** Its place among those that wait, from 1. */
  queued?: number;
}
export const listRunsRequest = new RequestType0<RunSummary[], void>('runs/list');

export interface StartRunParams {
  source: string;
  settings: TrainingSettings;
  data?: DataOptions;
  /** Of the model to be; made from source and recipe where it is left out. */
  name?: string;
  engine?: EngineChoice;
  /** A model whose network and weights it begins with. */
  from?: string;
  /** What the runs of one sweep have in common. */
  sweep?: string;
  /** `queued` waits for its turn where another run is under way; `now`, which is usual, is refused then. */
  when?: 'now' | 'queued';
}
/** Answers as soon as the run has a place; loading and training are told by its events. The client hears them. */
export const startRunRequest = new RequestType<StartRunParams, { run: string }, void>('run/start');

/** All events so far; those that follow come as `run/event` until the client detaches or goes. */
export const attachRunRequest = new RequestType<{ run: string }, { events: RunEvent[] }, void>(
  'run/attach',
);
/** Hears no more of a run, which goes on. */
export const detachRunRequest = new RequestType<{ run: string }, void, void>('run/detach');

export interface StopRunParams {
  run: string;
  /**
   * `save`, which is usual, judges the best weights and saves them as a model; `now` leaves them in the run's
   * checkpoints. Either way it can be resumed.
   */
  how?: 'save' | 'now';
}
/** Ends a run after the step under way, or takes one out of the queue; answers when that is done. */
export const stopRunRequest = new RequestType<StopRunParams, void, void>('run/stop');

/** Holds a run after the step under way; answers when what a resume needs is on the disk. */
export const pauseRunRequest = new RequestType<{ run: string }, void, void>('run/pause');

/** Lets a paused run go on, or one that has ended or died from where it was saved; the client hears its events. */
export const resumeRunRequest = new RequestType<
  { run: string; engine?: EngineChoice },
  ResumedRun,
  void
>('run/resume');
export interface ResumedRun {
  /** Epochs that were over, and steps of the next, where it goes on; missing where it was only paused. */
  from?: { epoch: number; step: number };
  /** What was done after that and has to be done again. */
  lost?: { epochs: number; steps: number };
}

export interface ChangeRunParams {
  run: string;
  /** From the next step on; what the schedule does later is done in proportion. */
  learningRate?: number;
  /** Of the whole run; not fewer than have begun. */
  epochs?: number;
}
/** Changes a run while it is under way, from the next step on. */
export const changeRunRequest = new RequestType<ChangeRunParams, void, void>('run/change');

export interface DescribeRunParams {
  run: string;
  /** Empty to take it away. */
  title?: string;
  /** Empty to take it away. */
  note?: string;
}
/** Says what a person calls a run, or notes about it. */
export const describeRunRequest = new RequestType<DescribeRunParams, void, void>('run/describe');

/** Puts a run that has ended away, where it stays for a week. Its model stays a model. */
export const removeRunRequest = new RequestType<{ run: string }, void, void>('run/remove');
/** Brings back what was put away. */
export const restoreRunRequest = new RequestType<{ run: string }, void, void>('run/restore');

/** Gives a run that waits another place, from 1. */
export const moveRunRequest = new RequestType<{ run: string; place: number }, void, void>(
  'run/move',
);

export const runEventNotification = new NotificationType<{ run: string; event: RunEvent }>(
  'run/event',
);
/** How far the data of a run is loaded, before its first event. */
export const runLoadingNotification = new NotificationType<{ run: string } & LoadProgress>(
  'run/loading',
);

/** A run has begun, waits, has ended or is described anew, whoever asked for it: told to every client. */
export const runsChangedNotification = new NotificationType0('runs/changed');
