import { isActive } from '../../core/run/reducer.js';
import type { RunSummary } from '../../host/protocol.js';
import { interrupted } from '../analytics/past-run.js';
import type { Host } from '../host-connection.js';
import { emptyView, type RunView, viewEvents } from '../run-view.js';

/**
 * A run of the past as the live screen shows it, made of its log.
 *
 * @throws a Problem where its log is gone
 */
export async function readPastView(
  host: Pick<Host, 'attachRun'>,
  { id, status }: Pick<RunSummary, 'id' | 'status'>,
): Promise<RunView> {
  const { events } = await host.attachRun(id);
  const view = viewEvents(emptyView(id), events);
  const isInterrupted = status === 'failed' && isActive(view.run);
  return isInterrupted ? { ...view, run: interrupted(view.run) } : view;
}
