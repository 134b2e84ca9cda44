import type { RunState } from '../../core/run/reducer.js';

/** Points at most: as many as a line of a list can show. */
const longest = 60;

/**
 * Validation accuracy of the epochs of a run, 0 to 1, in order; of a long run every so many, the
 * first and the last always. What is not a number is left out: JSON has no word for it.
 */
export function validationTrail({ history }: Pick<RunState, 'history'>): number[] {
  return thinned(history.map(({ validation }) => validation.accuracy).filter(Number.isFinite));
}

function thinned(values: readonly number[]): number[] {
  if (values.length <= longest) return [...values];
  const step = (values.length - 1) / (longest - 1);
  return Array.from({ length: longest }, (_, index) => values[Math.round(index * step)]);
}
