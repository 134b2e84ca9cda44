/**
 * What a sample of each digit counts for, so that all digits that are there count for the same together: n / (k × c)
 * for n samples of k digits, c of them of this one. A digit without samples has 1. Over all samples the mean is 1, so
 * the loss keeps its size. Formula: scikit-learn, `compute_class_weight('balanced')`, after King and Zeng (2001).
 *
 * @param labels n digits, 0..9
 * @returns ten figures
 */
export function classWeights(labels: Uint8Array): number[] {
  const counts = Array<number>(10).fill(0);
  for (const label of labels) counts[label]++;
  const present = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count > 0 ? labels.length / (present * count) : 1));
}
