import type { RunSummary } from '../../host/protocol.js';
import { stepIn } from '../step-in.js';
import { titleOf } from './run-facts.js';

/** How a list of runs is sorted. */
const runOrders = ['newest', 'best', 'longest', 'name'] as const;
export type RunOrder = (typeof runOrders)[number];

export function nextOrder(order: RunOrder): RunOrder {
  return stepIn(runOrders, order, 'next');
}

/** @param runs the newest first; runs that are alike stay in that order */
export function inOrder(runs: readonly RunSummary[], order: RunOrder): readonly RunSummary[] {
  if (order === 'newest') return runs;
  if (order === 'name') {
    return [...runs].sort((a, b) =>
      titleOf(a).localeCompare(titleOf(b), 'en', { numeric: true, sensitivity: 'base' }),
    );
  }
  const figure = order === 'best' ? accuracyOf : secondsOf;
  return [...runs].sort((a, b) => figure(b) - figure(a));
}

/** Runs without the figure come last. */
function accuracyOf({ best }: RunSummary): number {
  const accuracy = best?.validation.accuracy ?? Number.NaN;
  return Number.isFinite(accuracy) ? accuracy : -1;
}

function secondsOf({ seconds = -1 }: RunSummary): number {
  return seconds;
}
