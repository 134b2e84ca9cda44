import type { TrainingSettings } from '../../core/settings.js';
import type { Subject } from './subject.js';

/** What a subject was trained on, and how. */
export interface TrainedOn {
  source: string;
  settings: TrainingSettings;
}

/** @returns undefined where nothing tells, as of an imported model */
export function trainedOn({ card, run }: Pick<Subject, 'card' | 'run'>): TrainedOn | undefined {
  if (card) {
    const { training } = card;
    return training && { source: training.data.source, settings: training.settings };
  }
  return run?.request && { source: run.request.source, settings: run.request.settings };
}

/** Whether both hold back the same samples for validation. */
export function haveSameSplit(a: TrainedOn, b: TrainedOn): boolean {
  return (
    a.source === b.source &&
    a.settings.seed === b.settings.seed &&
    a.settings.validationSplit === b.settings.validationSplit
  );
}
