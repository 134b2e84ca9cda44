import type { RunEvent } from '../../core/run/event.js';
import { isActive, type RunState } from '../../core/run/reducer.js';
import type { ResumedRun, RunSummary } from '../protocol.js';
import type { IndexedRun } from './run-index.js';
import { validationTrail } from './validation-trail.js';

/** Whether a run is under way in this host, waits for its turn, or is only a log. */
export type RunPlace =
  | { kind: 'under way'; state: RunState }
  | { kind: 'queued'; place: number }
  | { kind: 'log' };

/** A run for a list. A log without an end, of a run that is not under way, is of a host that died. */
export function summarise({ state: logged, about }: IndexedRun, place: RunPlace): RunSummary {
  // The log may lag behind: it waits where there is no room on the disk.
  const state =
    place.kind === 'under way'
      ? { ...place.state, request: place.state.request ?? logged.request }
      : logged;
  const { id, request, startedAt, epoch, best, updatedAt, outcome } = state;
  const isLog = place.kind === 'log';
  const died = isLog && isActive(state) && state.status !== 'paused';
  return {
    id,
    ...about,
    status: died ? 'failed' : state.status,
    request,
    startedAt,
    epoch,
    best,
    validationTrail: validationTrail(state),
    seconds: startedAt && updatedAt ? (updatedAt - startedAt) / 1000 : undefined,
    reason: died ? deathOf(state) : state.reason,
    model: outcome?.model ?? undefined,
    resumable: isLog && state.status !== 'completed' ? state.saved : undefined,
    queued: place.kind === 'queued' ? place.place : undefined,
  };
}

/** What has to be done again, where a run goes on from what was saved. */
export function resumptionOf({ saved, history, progress }: RunState): ResumedRun {
  if (!saved) return {};
  const epochs = history.filter(({ epoch }) => epoch > saved.epoch).length;
  const isSameEpoch = progress?.epoch === saved.epoch + 1;
  const made = progress && progress.epoch > saved.epoch ? progress.step : 0;
  const steps = isSameEpoch ? Math.max(0, made - saved.step) : made;
  return { from: { epoch: saved.epoch, step: saved.step }, lost: { epochs, steps } };
}

/** How a run ends whose data was still being loaded when it was asked to. */
export function stoppedEarly(run: string, { at, by }: { at: number; by?: string }): RunEvent {
  const none = { loss: Number.NaN, accuracy: Number.NaN };
  return {
    type: 'stopped',
    at,
    by,
    run,
    model: null,
    epochs: 0,
    bestEpoch: 0,
    seconds: 0,
    train: none,
    validation: none,
    imagesPerSecond: Number.NaN,
    peakMemoryBytes: process.memoryUsage.rss(),
  };
}

function deathOf({ startedAt, saved }: RunState): string {
  if (startedAt === undefined) return 'it never began: train another like it';
  const remedy = saved ? 'resume it' : 'train another like it';
  return `its host ended during the run: ${remedy}`;
}
