/** Scores of one digit: precision, recall and F1 are 0..1, NaN where they are undefined. */
export interface ClassScore {
  digit: number;
  /** Samples that carry this label. */
  count: number;
  precision: number;
  recall: number;
  f1: number;
}

/** How well predictions fit labels. */
export interface Evaluation {
  count: number;
  /** Share of right answers, 0..1. */
  accuracy: number;
  /** Mean recall of the digits that have samples, 0..1. */
  macroAccuracy: number;
  /** Mean cross-entropy in nats. */
  loss: number;
  perClass: ClassScore[];
  /** `confusion[label][digit]`: samples with this label that were read as this digit. */
  confusion: number[][];
}

/** Probabilities are held above this before the logarithm, as Keras does. */
const smallest = 1e-7;

/**
 * Scores probabilities against labels.
 *
 * @param labels n digits, 0..9
 * @param probabilities n rows of ten, each summing to 1
 */
export function evaluatePredictions(labels: Uint8Array, probabilities: Float32Array): Evaluation {
  const confusion = Array.from({ length: 10 }, () => Array<number>(10).fill(0));
  let lossSum = 0;
  labels.forEach((label, sample) => {
    const row = probabilities.subarray(sample * 10, sample * 10 + 10);
    confusion[label][mostLikely(row)]++;
    lossSum -= Math.log(Math.max(smallest, row[label]));
  });
  const perClass = confusion.map((_, digit) => scoreDigit(confusion, digit));
  const present = perClass.filter((score) => score.count > 0);
  const right = confusion.reduce((sum, row, digit) => sum + row[digit], 0);
  return {
    count: labels.length,
    accuracy: right / labels.length,
    macroAccuracy: present.reduce((sum, score) => sum + score.recall, 0) / present.length,
    loss: lossSum / labels.length,
    perClass,
    confusion,
  };
}

/** @returns the index of the largest value, the first of equals. */
export function mostLikely(row: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < row.length; index++) if (row[index] > row[best]) best = index;
  return best;
}

function scoreDigit(confusion: number[][], digit: number): ClassScore {
  const hits = confusion[digit][digit];
  const count = confusion[digit].reduce((sum, value) => sum + value, 0);
  const answered = confusion.reduce((sum, row) => sum + row[digit], 0);
  return {
    digit,
    count,
    precision: hits / answered,
    recall: hits / count,
    f1: (2 * hits) / (count + answered),
  };
}
