import { countPerClass, type Dataset } from './dataset.js';

/** Samples of a digit below which a model hardly learns it. */
const few = 20;

/** What a person should know before training on a dataset, each in one line with its remedy. */
export function datasetWarnings({
  labels,
  skipped,
}: Pick<Dataset, 'labels' | 'skipped'>): string[] {
  const counts = countPerClass(labels);
  const missing = digitsWhere(counts, (count) => count === 0);
  const rare = digitsWhere(counts, (count) => count > 0 && count < few);
  const warnings: string[] = [];
  if (missing.length > 0) {
    warnings.push(
      `no samples of ${listed(missing)}: the model cannot learn them, add pictures of them`,
    );
  }
  if (rare.length > 0) {
    warnings.push(`fewer than ${few} samples of ${listed(rare)}: add more for a model that holds`);
  }
  if (skipped.length > 0) {
    const files = skipped.length === 1 ? '1 file' : `${skipped.length} files`;
    warnings.push(`${files} left out: see which and why, then mend or remove them`);
  }
  return warnings;
}

function digitsWhere(counts: readonly number[], holds: (count: number) => boolean): number[] {
  return counts.flatMap((count, digit) => (holds(count) ? [digit] : []));
}

/** `3`, `3 and 7`, `3, 5 and 7`. */
function listed(digits: readonly number[]): string {
  if (digits.length === 1) return `${digits[0]}`;
  return `${digits.slice(0, -1).join(', ')} and ${digits[digits.length - 1]}`;
}
