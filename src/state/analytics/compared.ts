import { type Comparison, compareAnswers } from '../../core/analysis/comparison.js';
import { type DigitDifference, digitDifferences } from '../../core/analysis/digit-differences.js';
import type { DataOptions } from '../../core/data-options.js';
import { Problem } from '../../core/problem.js';
import { stratifiedSplit } from '../../core/split.js';
import type { ScoreProgress, WeightsRef } from '../../host/protocol.js';
import type { Host } from '../host-connection.js';
import type { CommonSamples, Pair } from './common-samples.js';
import { decodeScored, type Scored } from './scored.js';
import { haveSameSplit, trainedOn } from './trained-on.js';

/** The answers of two to the same samples, and what they come to. */
export interface Compared {
  /** n digits. */
  labels: Uint8Array;
  /** n × 10 each. */
  a: Float32Array;
  b: Float32Array;
  comparison: Comparison;
  digits: readonly DigitDifference[];
  /** Names the samples to the host. */
  analysis: string;
  /** The index that each of the n samples has there. */
  hostIndices: ArrayLike<number>;
}

export interface CompareOptions {
  signal: AbortSignal;
  /** Told when the scoring of one begins. */
  onBegin: (who: 'a' | 'b') => void;
  onProgress: (who: 'a' | 'b', progress: ScoreProgress) => void;
}

/**
 * Scores both on the same samples.
 *
 * @throws Problem where one of them has no weights, or the samples are not the same for both
 */
export async function comparePair(
  host: Pick<Host, 'analysis'>,
  pair: Pair,
  samples: CommonSamples,
  { signal, onBegin, onProgress }: CompareOptions,
): Promise<Compared> {
  const scope = scopeOf(pair, samples);
  const score = async (who: 'a' | 'b'): Promise<Scored> => {
    const { subset: _, ...asked } = scope;
    onBegin(who);
    const answer = await host.analysis.score(
      { weights: weightsOf(pair, who), ...asked },
      { signal, onProgress: (progress) => onProgress(who, progress) },
    );
    return decodeScored(answer);
  };
  const a = await score('a');
  signal.throwIfAborted();
  const b = await score('b');
  requireSame(a, b);
  const { analysis } = b;
  const indices = scope.subset?.(a.labels);
  if (!indices) return compared(a.labels, a.probabilities, b.probabilities, { analysis });
  const [labels, ofA, ofB] = [
    Uint8Array.from(indices, (index) => a.labels[index]),
    rowsOf(a.probabilities, indices),
    rowsOf(b.probabilities, indices),
  ];
  return compared(labels, ofA, ofB, { analysis, hostIndices: indices });
}

/** What the host is asked to score, and which of that counts; all of it where nothing is said. */
interface Scope {
  source: string;
  part: 'all' | 'validation';
  data?: DataOptions;
  seed?: number;
  subset?: (labels: Uint8Array) => Uint32Array;
}

function scopeOf(pair: Pair, samples: CommonSamples): Scope {
  if (samples.kind === 'source') return { source: samples.source, part: 'all' };
  const held = trainedOn(pair[samples.of]);
  if (!held) {
    throw new Problem('nothing tells what was held back for validation', {
      remedy: 'choose other samples (s)',
    });
  }
  const { source, data, settings } = held;
  const [a, b] = [trainedOn(pair.a), trainedOn(pair.b)];
  if (a && b && haveSameSplit(a, b)) return { source, part: 'validation' };
  // The host knows the split of the weights that it scores: the other one's is made of all labels here.
  const { validationSplit, seed } = settings;
  return {
    source,
    part: 'all',
    data,
    seed: settings.seed,
    subset: (labels) => stratifiedSplit(labels, validationSplit, seed).validation,
  };
}

function weightsOf(pair: Pair, who: 'a' | 'b'): WeightsRef {
  const { weights, name, problem } = pair[who];
  if (weights) return weights;
  throw new Problem(problem ?? `${name} has no weights yet`, {
    remedy: `choose another model or run (${who === 'a' ? 'o' : 'b'})`,
  });
}

function requireSame(a: Scored, b: Scored): void {
  if (a.labels.length === b.labels.length && a.labels.every((label, i) => label === b.labels[i])) {
    return;
  }
  throw new Problem(`${a.source} has changed while it was scored`, {
    remedy: 'compare once more (r)',
  });
}

function compared(
  labels: Uint8Array,
  a: Float32Array,
  b: Float32Array,
  {
    analysis,
    hostIndices = Array.from(labels.keys()),
  }: Pick<Compared, 'analysis'> & Partial<Compared>,
): Compared {
  return {
    labels,
    a,
    b,
    comparison: compareAnswers(labels, a, b),
    digits: digitDifferences(labels, a, b),
    analysis,
    hostIndices,
  };
}

function rowsOf(probabilities: Float32Array, indices: Uint32Array): Float32Array {
  const rows = new Float32Array(indices.length * 10);
  indices.forEach((index, row) => {
    rows.set(probabilities.subarray(index * 10, index * 10 + 10), row * 10);
  });
  return rows;
}
