import type { ModelCard } from './card.js';

/** The figure that stands for a model. */
export interface CardScore {
  /** Share of right answers, 0..1. */
  accuracy: number;
  /** What it was measured on, best first: samples that no choice was made by, held-back ones, or those of an import. */
  kind: 'test' | 'validation' | 'check';
  source: string;
}

/** @returns undefined of an imported model that was never tried on labelled samples */
export function cardScore({ test, training, imported }: ModelCard): CardScore | undefined {
  if (test) return { kind: 'test', accuracy: test.accuracy, source: test.source };
  if (training) {
    const { validation, data } = training;
    return { kind: 'validation', accuracy: validation.accuracy, source: data.source };
  }
  const check = imported?.check;
  return check && { kind: 'check', accuracy: check.accuracy, source: check.source };
}

/** What a score was measured on, to stand behind the figure: `on mnist:test`, `in validation of mnist`. */
export function scoreWords({ kind, source }: CardScore): string {
  return kind === 'validation' ? `in validation of ${source}` : `on ${source}`;
}

/** What is said of a model by what made it: `trained on mnist`, `imported from Keras 3.15.1`. */
export function originWords({ training, imported }: ModelCard): string {
  if (training) return `trained on ${training.data.source}`;
  return imported ? `imported from ${imported.by}` : '';
}
