import { type SweepAxis, wordsOf } from '../core/run/sweep-plan.js';
import type { TrainingSettings } from '../core/settings.js';
import type { RunSummary, StartRunParams } from './protocol.js';

/** What the runs of a new sweep have in common: `learning-rate-x-seed`, with a number where that is taken. */
export function sweepName(
  axes: readonly SweepAxis[],
  runs: readonly Pick<RunSummary, 'request'>[],
): string {
  const stem = axes.map(({ setting }) => wordsOf(setting).replaceAll(' ', '-')).join('-x-');
  const taken = new Set(runs.map(({ request }) => request?.sweep));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** What to ask of the host for each run of a sweep; a name of the model to be is numbered. */
export function sweepRequests(
  request: StartRunParams,
  plans: readonly TrainingSettings[],
  sweep: string,
): StartRunParams[] {
  const { name } = request;
  return plans.map((settings, index) => ({
    ...request,
    settings,
    name: name === undefined ? undefined : `${name}-${index + 1}`,
    sweep,
    when: 'queued',
  }));
}
