import { isActive, type SavedPosition } from '../core/run/reducer.js';
import type { RunSummary } from '../host/protocol.js';
import type { RunView } from './run-view.js';

/** A run that has ended before its time, and where it would go on. */
export interface ResumableRun {
  id: string;
  /** What a person calls it. */
  name: string;
  /** Whether a person has paused it, or it has ended. */
  state: 'paused' | 'ended';
  saved: SavedPosition;
  /** Of the whole run, where that is known. */
  epochs: number | undefined;
}

/** What one comes back to: a run that was paused and is in no host's hands, or the newest where it has failed. */
export function interruptedRun(runs: readonly RunSummary[] = []): ResumableRun | undefined {
  const paused = runs.find(({ status, resumable }) => status === 'paused' && resumable);
  if (paused) return resumable(paused);
  const newest = runs.find(({ queued }) => queued === undefined);
  return newest?.status === 'failed' ? resumable(newest) : undefined;
}

/** The run that is shown, where it has ended and can go on. */
export function resumableView(
  view: RunView | undefined,
  runs: readonly RunSummary[] = [],
): ResumableRun | undefined {
  if (!view || isActive(view.run)) return undefined;
  const listed = runs.find(({ id }) => id === view.run.id);
  const known = listed && resumable(listed);
  if (known) return known;
  // Of a run whose host has just gone there is no list yet; its log has told what was saved.
  const { id, status, saved, request } = view.run;
  if (status !== 'failed' || !saved) return undefined;
  return { id, name: id, state: 'ended', saved, epochs: request?.settings.epochs };
}

function resumable(run: RunSummary): ResumableRun | undefined {
  const { id, title, status, resumable: saved, request } = run;
  const state = status === 'paused' ? 'paused' : 'ended';
  return saved && { id, name: title ?? id, state, saved, epochs: request?.settings.epochs };
}
