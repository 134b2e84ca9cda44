import type { RunView } from '../../state/run-view.js';

/** What is lost when a run is stopped now; undefined where its best weights are kept, or there is nothing. */
export function lossOf({ run }: RunView): string | undefined {
  const hasBegun = run.status === 'running' || run.status === 'paused';
  const losesWork = hasBegun && run.history.length === 0;
  return losesWork ? 'No epoch is finished yet: nothing of it would be kept.' : undefined;
}
