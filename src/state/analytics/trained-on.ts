import { type DataOptions, dataWords } from '../../core/data-options.js';
import type { TrainingSettings } from '../../core/settings.js';
import type { Subject } from './subject.js';

/** What a subject was trained on, and how. */
export interface TrainedOn {
  source: string;
  data?: DataOptions;
  settings: TrainingSettings;
}

/** @returns undefined where nothing tells, as of an imported model */
export function trainedOn({ card, run }: Pick<Subject, 'card' | 'run'>): TrainedOn | undefined {
  if (card) {
    if (!card.training) return undefined;
    const { data, settings } = card.training;
    return { source: data.source, data: data.options, settings };
  }
  const { request } = run ?? {};
  return request && { source: request.source, data: request.data, settings: request.settings };
}

/** Whether both hold back the same samples for validation. */
export function haveSameSplit(a: TrainedOn, b: TrainedOn): boolean {
  return (
    dataWords(a.source, a.data) === dataWords(b.source, b.data) &&
    a.settings.seed === b.settings.seed &&
    a.settings.validationSplit === b.settings.validationSplit
  );
}
