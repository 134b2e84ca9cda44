import { isActive, type SavedPosition } from '../core/run/reducer.js';
import type { RunSummary } from '../host/protocol.js';
import type { RunView } from './run-view.js';

/** A run that has ended before its time, and where it would go on. */
export interface ResumableRun {
  id: string;
  /** What a person calls it. */
  name: string;
  saved: SavedPosition;
  /** Of the whole run, where that is known. */
  epochs: number | undefined;
}

/** The newest run, where it was interrupted or has failed and can go on: what one comes back to. */
export function interruptedRun(runs: readonly RunSummary[] = []): ResumableRun | undefined {
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
  return { id, name: id, saved, epochs: request?.settings.epochs };
}

function resumable(run: RunSummary): ResumableRun | undefined {
  const { id, title, resumable: saved, request } = run;
  return saved && { id, name: title ?? id, saved, epochs: request?.settings.epochs };
}
