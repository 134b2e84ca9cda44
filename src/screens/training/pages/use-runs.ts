import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { RunSummary } from '../../../host/protocol.js';
import { liveRuns } from '../../../state/runs/live-runs.js';
import type { RunBook } from '../../../state/runs/run-book.js';

/** All runs as they are now; undefined until the host has listed them. */
export function useRuns({ connection, runs }: RunBook): readonly RunSummary[] | undefined {
  const listed = useStore(connection.store, (host) => host.runs);
  const view = useStore(runs.store, (state) => state.view);
  return useMemo(() => liveRuns(listed, view), [listed, view]);
}
