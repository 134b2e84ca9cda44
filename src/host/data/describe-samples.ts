import { stratifiedSplit } from '../../core/split.js';
import type { CombinedDataset } from '../../dataset/combine.js';
import { countPerClass } from '../../dataset/dataset.js';
import {
  acrossClasses,
  countCopies,
  countShared,
  countSharedBySplit,
  findDuplicates,
  type SameImages,
} from '../../dataset/duplicates.js';
import { datasetWarnings } from '../../dataset/warnings.js';
import type { DataSummary, TestSummary } from '../protocol.js';
import { dataSampleAt } from './data-sample.js';

export interface DescribeOptions {
  /** Held-out samples, where some are named. */
  test: CombinedDataset | undefined;
  validationSplit: number;
  seed: number;
}

/** What is found by looking at samples; how they came is not among it. */
export type Description = Omit<DataSummary, 'set' | 'seconds' | 'cached'>;

/** Entries of long lists that are told at once. */
const firstSkipped = 200;
const firstGroups = 20;
const firstOfGroup = 6;

/** Looks at samples as a run would learn from them: tens of milliseconds for 60,000. */
export function describeSamples(samples: CombinedDataset, options: DescribeOptions): Description {
  const { labels, skipped, size, shares, forms } = samples;
  const { validationSplit, seed } = options;
  const split = stratifiedSplit(labels, validationSplit, seed);
  const groups = findDuplicates(samples);
  const wrong = acrossClasses(groups, labels);
  const shared = countSharedBySplit(groups, split.validation, labels.length);
  const test = options.test && describeTest(options.test, samples);
  return {
    source: shares[0].source,
    format: shares[0].format,
    sources: [...shares],
    count: labels.length,
    perClass: countPerClass(labels),
    split: {
      train: countOf(labels, split.train),
      validation: countOf(labels, split.validation),
      shared,
    },
    test,
    duplicates: {
      copies: countCopies(groups),
      acrossClasses: wrong.length,
      groups: wrong.slice(0, firstGroups).map((group) => describeGroup(samples, group)),
    },
    inverted: forms.darkOnLight,
    skipped: skipped.slice(0, firstSkipped),
    skippedCount: skipped.length,
    width: size?.width ?? null,
    height: size?.height ?? null,
    warnings: datasetWarnings(samples, {
      acrossClasses: wrong.length,
      sharedBySplit: shared,
      heldBack: split.validation.length,
      sharedByTest: test?.shared ?? 0,
    }),
  };
}

function describeTest(test: CombinedDataset, samples: CombinedDataset): TestSummary {
  return {
    ...test.shares[0],
    perClass: countPerClass(test.labels),
    shared: countShared(test, samples),
  };
}

/** Its first samples, of as many labels as it has. */
function describeGroup(samples: CombinedDataset, group: SameImages) {
  const byLabel = new Map<number, number[]>();
  for (const index of group) {
    const label = samples.labels[index];
    byLabel.set(label, [...(byLabel.get(label) ?? []), index]);
  }
  const firsts = [...byLabel.values()].map(([first]) => first);
  const others = group.filter((index) => !firsts.includes(index));
  const shown = [...firsts, ...others].slice(0, firstOfGroup).sort((a, b) => a - b);
  return { count: group.length, samples: shown.map((index) => dataSampleAt(samples, index)) };
}

function countOf(labels: Uint8Array, indices: Uint32Array): number[] {
  return countPerClass(Uint8Array.from(indices, (index) => labels[index]));
}
