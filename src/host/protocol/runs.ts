import { NotificationType, NotificationType0, RequestType0 } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import { dataOptionsSchema } from '../../core/data-options.js';
import type { RunEvent } from '../../core/run/event.js';
import type { RunState, SavedPosition } from '../../core/run/reducer.js';
import { trainingSettingsSchema } from '../../core/settings.js';
import type { LoadProgress } from './common.js';
import { engineChoice, modelName, path, runId } from './params.js';
import { HostRequest } from './request.js';

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
/** All runs of the workspace, the newest first. */
export const listRunsRequest = new RequestType0<RunSummary[], void>('runs/list');

export const startRunParams = z.strictObject({
  source: path,
  settings: trainingSettingsSchema,
  data: dataOptionsSchema.optional(),
  /** Of the model to be; made from source and recipe where it is left out. */
  name: z.string().optional(),
  engine: engineChoice.optional(),
  /** A model whose network and weights it begins with. */
  from: modelName.optional(),
  /** What the runs of one sweep have in common. */
  sweep: z.string().optional(),
  /** `queued` waits for its turn where another run is under way; `now`, which is usual, is refused then. */
  when: z.enum(['now', 'queued']).optional(),
});
export type StartRunParams = z.infer<typeof startRunParams>;
/** Answers as soon as the run has a place; loading and training are told by its events. The client hears them. */
export const startRunRequest = new HostRequest<StartRunParams, { run: string }>(
  'run/start',
  startRunParams,
);

/** Which run is meant, by the name of its folder. */
export const oneRunParams = z.strictObject({ run: runId });
export type OneRunParams = z.infer<typeof oneRunParams>;

/** All events so far; those that follow come as `run/event` until the client detaches or goes. */
export const attachRunRequest = new HostRequest<OneRunParams, { events: RunEvent[] }>(
  'run/attach',
  oneRunParams,
);
/** Hears no more of a run, which goes on. */
export const detachRunRequest = new HostRequest<OneRunParams, void>('run/detach', oneRunParams);

export const stopRunParams = z.strictObject({
  run: runId,
  /**
   * `save`, which is usual, judges the best weights and saves them as a model; `now` leaves them in the run's
   * checkpoints. Either way it can be resumed.
   */
  how: z.enum(['save', 'now']).optional(),
});
export type StopRunParams = z.infer<typeof stopRunParams>;
/** Ends a run after the step under way, or takes one out of the queue; answers when that is done. */
export const stopRunRequest = new HostRequest<StopRunParams, void>('run/stop', stopRunParams);

/** Holds a run after the step under way; answers when what a resume needs is on the disk. */
export const pauseRunRequest = new HostRequest<OneRunParams, void>('run/pause', oneRunParams);

export const resumeRunParams = z.strictObject({ run: runId, engine: engineChoice.optional() });
export type ResumeRunParams = z.infer<typeof resumeRunParams>;
/** Lets a paused run go on, or one that has ended or died from where it was saved; the client hears its events. */
export const resumeRunRequest = new HostRequest<ResumeRunParams, ResumedRun>(
  'run/resume',
  resumeRunParams,
);
export interface ResumedRun {
  /** Epochs that were over, and steps of the next, where it goes on; missing where it was only paused. */
  from?: { epoch: number; step: number };
  /** What was done after that and has to be done again. */
  lost?: { epochs: number; steps: number };
}

export const changeRunParams = z.strictObject({
  run: runId,
  /** From the next step on; what the schedule does later is done in proportion. */
  learningRate: trainingSettingsSchema.shape.learningRate.optional(),
  /** Of the whole run; not fewer than have begun. */
  epochs: trainingSettingsSchema.shape.epochs.optional(),
});
export type ChangeRunParams = z.infer<typeof changeRunParams>;
/** Changes a run while it is under way, from the next step on. */
export const changeRunRequest = new HostRequest<ChangeRunParams, void>(
  'run/change',
  changeRunParams,
);

export const describeRunParams = z.strictObject({
  run: runId,
  /** Empty to take it away. */
  title: z.string().max(200).optional(),
  /** Empty to take it away. */
  note: z.string().max(10_000).optional(),
});
export type DescribeRunParams = z.infer<typeof describeRunParams>;
/** Says what a person calls a run, or notes about it. */
export const describeRunRequest = new HostRequest<DescribeRunParams, void>(
  'run/describe',
  describeRunParams,
);

/** Puts a run that has ended away, where it stays for a week. Its model stays a model. */
export const removeRunRequest = new HostRequest<OneRunParams, void>('run/remove', oneRunParams);
/** Brings back what was put away. */
export const restoreRunRequest = new HostRequest<OneRunParams, void>('run/restore', oneRunParams);

export const moveRunParams = z.strictObject({ run: runId, place: z.int().min(1) });
export type MoveRunParams = z.infer<typeof moveRunParams>;
/** Gives a run that waits another place, from 1. */
export const moveRunRequest = new HostRequest<MoveRunParams, void>('run/move', moveRunParams);

/** Something has happened in a run that the client started or attached to. */
export const runEventNotification = new NotificationType<{ run: string; event: RunEvent }>(
  'run/event',
);
/** How far the data of a run is loaded, before its first event. */
export const runLoadingNotification = new NotificationType<{ run: string } & LoadProgress>(
  'run/loading',
);

/** A run has begun, waits, has ended or is described anew, whoever asked for it: told to every client. */
export const runsChangedNotification = new NotificationType0('runs/changed');
