import type { HostState } from '../state/host-connection.js';
import type { RunsState } from '../state/run-store.js';
import { isUnderWay } from '../state/run-view.js';
import { queueOf } from '../state/runs/run-facts.js';
import type { Glyphs } from '../ui/glyphs.js';
import { type RowLike, type Span, span, toRow } from '../ui/rows.js';
import { isHostLost } from './home/next-step.js';

/** The right end of the line of tabs: that the host is gone, which nothing works without, or what trains now. */
export function tabStatus(
  runs: Pick<RunsState, 'view'>,
  host: Pick<HostState, 'status' | 'problem' | 'models' | 'runs'>,
  glyphs: Glyphs,
): RowLike {
  if (isHostLost(host)) return [span(`${glyphs.cross} host lost: trying again`, 'bad')];
  return [...toRow(runStatus(runs, glyphs)), ...waitingStatus(host)];
}

/** `, 2 wait` */
function waitingStatus({ runs }: Pick<HostState, 'runs'>): Span[] {
  const waiting = queueOf(runs).length;
  return waiting === 0 ? [] : [span(`, ${waiting} ${waiting === 1 ? 'waits' : 'wait'}`, 'dim')];
}

/** What trains now: `● epoch 3/50`, `‖ paused 3/50`. */
export function runStatus({ view }: Pick<RunsState, 'view'>, glyphs: Glyphs): RowLike {
  if (!isUnderWay(view)) return '';
  const epochs = (view.run.request ?? view.asked)?.settings.epochs;
  const { status, epoch } = view.run;
  const place = `${epoch}/${epochs ?? '?'}`;
  if (status === 'paused') return [span(`${glyphs.pause} paused ${place}`, 'warning')];
  const words = status === 'waiting' ? 'loading data' : `epoch ${place}`;
  return [span(`${glyphs.dot} `, 'accent'), span(words)];
}
