import { expect, it } from 'vitest';
import { emptyRun, reduceRun } from '../../../src/core/run/reducer.js';
import { validationTrail } from '../../../src/host/runs/validation-trail.js';
import { epochEnded } from '../../state/run-fakes.js';

/** A run whose epochs scored these, as its events tell it. */
function runOf(...accuracies: number[]) {
  return accuracies
    .map((accuracy, index) => epochEnded(index + 1, accuracy))
    .reduce(reduceRun, emptyRun('a'));
}

it('is the validation accuracy of each epoch', () => {
  expect(validationTrail(emptyRun('a'))).toEqual([]);
  expect(validationTrail(runOf(0.9, 0.99, 0.98))).toEqual([0.9, 0.99, 0.98]);
});

it('holds 60 points of a long run, evenly spread, the first and the last among them', () => {
  const run = runOf(...Array.from({ length: 178 }, (_, index) => index));
  const trail = validationTrail(run);
  expect(trail).toHaveLength(60);
  expect(trail.slice(0, 3)).toEqual([0, 3, 6]);
  expect(trail.at(-1)).toBe(177);
});

it('is whole as long as it is short enough', () => {
  const accuracies = Array.from({ length: 60 }, (_, index) => index / 60);
  expect(validationTrail(runOf(...accuracies))).toEqual(accuracies);
});

it('leaves out what is not a number', () => {
  expect(validationTrail(runOf(0.9, Number.NaN, 0.95))).toEqual([0.9, 0.95]);
});
