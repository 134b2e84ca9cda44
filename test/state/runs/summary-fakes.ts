import { defaultSettings, type TrainingSettings } from '../../../src/core/settings.js';
import type { RunSummary } from '../../../src/host/protocol.js';
import { at, epochEnded } from '../run-fakes.js';

/** A run of mnist that has ended with all its epochs; what is given takes the place of what it has. */
export function summary(
  id: string,
  {
    settings,
    accuracy,
    request,
    ...facts
  }: Partial<RunSummary> & { settings?: Partial<TrainingSettings>; accuracy?: number } = {},
): RunSummary {
  const ended = accuracy === undefined ? undefined : epochEnded(2, accuracy);
  const best = ended?.type === 'epoch-ended' ? ended : undefined;
  return {
    id,
    status: 'completed',
    request: {
      source: 'mnist',
      name: id,
      ...request,
      settings: { ...defaultSettings, ...settings },
    },
    startedAt: at(0),
    epoch: 2,
    seconds: 20,
    validationTrail: accuracy === undefined ? [] : [accuracy - 0.01, accuracy],
    best,
    ...facts,
  };
}
