import type { RunSummary } from '../../host/protocol.js';
import { isUnderWay, type RunView } from '../run-view.js';

/** The runs as the host has listed them, the one that is followed as it is now. */
export function liveRuns(
  runs: readonly RunSummary[] | undefined,
  view: RunView | undefined,
): readonly RunSummary[] | undefined {
  if (!isUnderWay(view)) return runs;
  const { run, seconds } = view;
  const { id, status, epoch, best, history, request } = run;
  return runs?.map((listed) =>
    listed.id === id
      ? {
          ...listed,
          status,
          epoch,
          best,
          seconds,
          request: request ?? listed.request,
          validationTrail: history.map(({ validation }) => validation.accuracy),
        }
      : listed,
  );
}
