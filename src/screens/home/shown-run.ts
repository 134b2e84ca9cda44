import type { RunSummary } from '../../host/protocol.js';
import type { HostState } from '../../state/host-connection.js';
import { isUnderWay, type RunView } from '../../state/run-view.js';
import { sparkline } from '../../ui/components/sparkline.js';
import type { Glyphs } from '../../ui/glyphs.js';
import type { Span } from '../../ui/rows.js';
import { span } from '../../ui/rows.js';

/** A run as Home tells it; the run under way is known better than the host's list has it. */
export interface ShownRun extends RunSummary {
  /** Until the last epoch has ended, as far as it is known. */
  secondsLeft?: number;
  /** Memory of the host, in bytes. */
  hostMemory?: number;
}

/** The run under way, or else the newest of the workspace. */
export function latestRun(
  { runs }: Pick<HostState, 'runs'>,
  view: RunView | undefined,
): ShownRun | undefined {
  if (!isUnderWay(view)) return runs?.[0];
  const { id, status, request, startedAt, epoch, best, history } = view.run;
  return {
    id: id || view.asked?.name || 'a new run',
    status,
    request,
    startedAt,
    epoch,
    best,
    validationTrail: history.map(({ validation }) => validation.accuracy),
    secondsLeft: view.latest?.secondsLeft,
    hostMemory: view.latest?.memoryBytes,
  };
}

/** All runs, the newest first, the one under way as it is now. */
export function shownRuns(
  host: Pick<HostState, 'runs'>,
  view: RunView | undefined,
): readonly ShownRun[] | undefined {
  const latest = latestRun(host, view);
  if (!host.runs || !latest || !isUnderWay(view)) return host.runs;
  return [latest, ...host.runs.filter(({ id }) => id !== latest.id)];
}

/** True until it has ended in one way or another. */
export function isGoingOn({ status }: Pick<RunSummary, 'status'>): boolean {
  return status === 'waiting' || status === 'running' || status === 'paused';
}

/** `✓ completed, 12 epochs`; `● running, epoch 7/20`. */
export function runWords(
  { status, epoch, request, queued }: Pick<RunSummary, 'status' | 'epoch' | 'request' | 'queued'>,
  glyphs: Glyphs,
): string {
  if (queued !== undefined) return `${glyphs.dot} waits for its turn`;
  switch (status) {
    case 'completed':
    case 'stopped':
      return `${glyphs.check} ${status}, ${epochs(epoch)}`;
    case 'failed':
      return `${glyphs.cross} failed, ${epochs(epoch)}`;
    case 'waiting':
      return `${glyphs.dot} loading data`;
    case 'paused':
      return `${glyphs.pause} paused, epoch ${epoch}/${request?.settings.epochs ?? '?'}`;
    case 'running':
      return `${glyphs.dot} ${status}, epoch ${epoch}/${request?.settings.epochs ?? '?'}`;
  }
}

function epochs(count: number): string {
  return `${count} ${count === 1 ? 'epoch' : 'epochs'}`;
}

/** Validation accuracy epoch by epoch in exactly `width` cells. */
export function trailLine(trail: readonly number[], width: number, glyphs: Glyphs): Span {
  const [low, high] = trailRange(trail) ?? [0, 1];
  // A little room above: the lines of a table would grow together otherwise.
  const range = [low, high + (high - low) / 7] as const;
  return span(sparkline({ values: trail, width, glyphs, range }), 'second');
}

/**
 * From the fourth epoch on, the first no longer sets the lower end: it is often so bad that all
 * that follows would be one flat line.
 */
export function trailRange(trail: readonly number[]): [number, number] | undefined {
  const shown = (trail.length >= 4 ? trail.slice(1) : trail).filter(Number.isFinite);
  return shown.length === 0 ? undefined : [Math.min(...shown), Math.max(...shown)];
}
