import type { SourcePart } from '../../host/protocol.js';
import type { Subject } from './subject.js';
import { trainedOn } from './trained-on.js';

/** Samples that weights can be scored on. */
export interface ScoreSource {
  /** The source that the weights were trained on where it is left out. */
  source?: string;
  part: SourcePart;
}

/** What is scored until another source is chosen: no weights were fitted to these samples. */
export const ownValidation: ScoreSource = { part: 'validation' };

/** The same of weights that have no such samples. */
const testSamples: ScoreSource = { source: 'mnist:test', part: 'all' };

/** The source that was chosen where a subject has it, else one that all have. */
export function usableSource(subject: Subject | undefined, chosen: ScoreSource): ScoreSource {
  return hasNoSplit(subject) && chosen.source === undefined ? testSamples : chosen;
}

/** Sources to offer: both sides of the split that the weights were trained with, then whole sources. */
export function scoreSources(
  subject: Subject | undefined,
  found: readonly string[],
): ScoreSource[] {
  const own = subject && trainedOn(subject)?.source;
  const whole = [
    ...new Set(['mnist:test', 'mnist', ...found, ...(own === undefined ? [] : [own])]),
  ];
  const sides: ScoreSource[] = hasNoSplit(subject) ? [] : [ownValidation, { part: 'train' }];
  return [...sides, ...whole.map((source): ScoreSource => ({ source, part: 'all' }))];
}

/** `validation samples of mnist`, `all samples of data/mine` */
export function sourceWords(
  { source, part }: ScoreSource,
  subject: Pick<Subject, 'card' | 'run'> | undefined,
): string {
  const name = source ?? (subject && trainedOn(subject)?.source) ?? 'its own source';
  return `${partWords[part]} samples of ${name}`;
}

/** Of an imported model nobody knows what was held back. */
function hasNoSplit(subject: Subject | undefined): boolean {
  return subject?.card !== undefined && trainedOn(subject) === undefined;
}

export function isSameSource(a: ScoreSource, b: ScoreSource): boolean {
  return a.source === b.source && a.part === b.part;
}

const partWords = { all: 'all', train: 'training', validation: 'validation' };
