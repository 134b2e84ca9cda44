import { countPerClass, type Dataset } from './dataset.js';

/** Below this a digit is hardly learnt. */
const fewest = 20;

/** What a person should know before training on a dataset, a sentence each. */
export function datasetWarnings({
  labels,
  skipped,
}: Pick<Dataset, 'labels' | 'skipped'>): string[] {
  const counts = countPerClass(labels);
  const digits = counts.map((_, digit) => digit);
  const missing = digits.filter((digit) => counts[digit] === 0);
  const scarce = digits.filter((digit) => counts[digit] > 0 && counts[digit] < fewest);
  const warnings: string[] = [];
  if (missing.length > 0) {
    const [them, folders] = missing.length === 1 ? ['it', 'folder'] : ['them', 'folders'];
    const names = inWords(missing);
    warnings.push(
      `no samples of ${names}: the model cannot learn ${them}; add ${folders} ${names}`,
    );
  }
  if (scarce.length > 0) {
    warnings.push(
      `fewer than ${fewest} samples of ${inWords(scarce)}: add more, or expect poor answers there`,
    );
  }
  if (skipped.length > 0) {
    const files = skipped.length === 1 ? '1 file was' : `${skipped.length} files were`;
    warnings.push(`${files} left out; the first: ${skipped[0].reason}`);
  }
  return warnings;
}

/** `3`, `3 and 7`, `3, 7 and 9` */
function inWords(digits: readonly number[]): string {
  if (digits.length === 1) return String(digits[0]);
  return `${digits.slice(0, -1).join(', ')} and ${digits[digits.length - 1]}`;
}
