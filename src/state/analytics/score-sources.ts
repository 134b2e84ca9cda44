import type { SourcePart } from '../../host/protocol.js';
import type { Subject } from './subject.js';

/** Samples that weights can be scored on. */
export interface ScoreSource {
  /** The source that the weights were trained on where it is left out. */
  source?: string;
  part: SourcePart;
}

/** What is scored until another source is chosen: no weights were fitted to these samples. */
export const ownValidation: ScoreSource = { part: 'validation' };

/** Sources to offer: both sides of the split that the weights were trained with, then whole sources. */
export function scoreSources(
  subject: Subject | undefined,
  found: readonly string[],
): ScoreSource[] {
  const own = trainedOn(subject);
  const whole = [
    ...new Set(['mnist:test', 'mnist', ...found, ...(own === undefined ? [] : [own])]),
  ];
  return [
    ownValidation,
    { part: 'train' },
    ...whole.map((source): ScoreSource => ({ source, part: 'all' })),
  ];
}

/** `validation samples of mnist`, `all samples of data/mine` */
export function sourceWords(
  { source, part }: ScoreSource,
  subject: Pick<Subject, 'card' | 'run'> | undefined,
): string {
  const name = source ?? trainedOn(subject) ?? 'its own source';
  return `${partWords[part]} samples of ${name}`;
}

export function isSameSource(a: ScoreSource, b: ScoreSource): boolean {
  return a.source === b.source && a.part === b.part;
}

const partWords = { all: 'all', train: 'training', validation: 'validation' };

function trainedOn(subject: Pick<Subject, 'card' | 'run'> | undefined): string | undefined {
  return subject?.card?.data.source ?? subject?.run?.request?.source;
}
