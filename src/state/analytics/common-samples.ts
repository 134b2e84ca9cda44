import type { Subject } from './subject.js';
import { haveSameSplit, type TrainedOn, trainedOn } from './trained-on.js';

/** Samples that both of a pair are scored on. */
export type CommonSamples =
  /** What one of them was not fitted to. */
  { kind: 'validation'; of: 'a' | 'b' } | { kind: 'source'; source: string };

/** Two that are compared. */
export interface Pair {
  a: Subject;
  b: Subject;
}

export const validationOfA: CommonSamples = { kind: 'validation', of: 'a' };

/** Samples to choose among: what either was validated on, then whole sources. */
export function commonSamples({ a, b }: Pair, found: readonly string[]): CommonSamples[] {
  const [ofA, ofB] = [trainedOn(a), trainedOn(b)];
  const validations: CommonSamples[] = [];
  if (ofA) validations.push(validationOfA);
  if (ofB && !(ofA && haveSameSplit(ofA, ofB))) validations.push({ kind: 'validation', of: 'b' });
  const sources = [...new Set(['mnist:test', ...found])];
  return [...validations, ...sources.map((source): CommonSamples => ({ kind: 'source', source }))];
}

/** What both are scored on until something else is chosen; also where that cannot be had of this pair. */
export function usableSamples(pair: Pair, wanted: CommonSamples): CommonSamples {
  if (wanted.kind === 'source' || trainedOn(pair[wanted.of])) return wanted;
  return commonSamples(pair, [])[0];
}

/** Undefined where nothing tells what was held back. */
export function sourceOf(pair: Pair, samples: CommonSamples): string | undefined {
  return samples.kind === 'source' ? samples.source : trainedOn(pair[samples.of])?.source;
}

export function areSameSamples(one: CommonSamples, other: CommonSamples): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Which of the two has trained on some of these samples, and would look better than it is. */
export function whoKnowsSamples(pair: Pair, samples: CommonSamples): ('a' | 'b')[] {
  return (['a', 'b'] as const).filter((who) => {
    const of = trainedOn(pair[who]);
    if (!of) return false;
    return samples.kind === 'source'
      ? sourcesOf(of).includes(samples.source)
      : hasFitted(of, trainedOn(pair[samples.of]));
  });
}

function hasFitted(one: TrainedOn, held: TrainedOn | undefined): boolean {
  if (held === undefined || haveSameSplit(one, held)) return false;
  return sourcesOf(one).some((source) => sourcesOf(held).includes(source));
}

function sourcesOf({ source, data }: TrainedOn): string[] {
  return [source, ...(data?.extra ?? [])];
}
