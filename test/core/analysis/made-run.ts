import type { RunEvent } from '../../../src/core/run/event.js';
import { emptyRun, type RunState, reduceRun } from '../../../src/core/run/reducer.js';

type Epoch = [trainLoss: number, trainAccuracy: number, loss: number, accuracy: number];

/** A run whose epochs had these figures and took 3 seconds each. */
export function madeRun(...epochs: Epoch[]): RunState {
  let lowest = Number.POSITIVE_INFINITY;
  const events = epochs.map(([trainLoss, trainAccuracy, loss, accuracy], index): RunEvent => {
    const improved = loss < lowest;
    if (improved) lowest = loss;
    return {
      type: 'epoch-ended',
      at: index * 3000,
      epoch: index + 1,
      train: { loss: trainLoss, accuracy: trainAccuracy },
      validation: { loss, accuracy },
      validationPerClass: Array<number>(10).fill(accuracy),
      learningRate: 0.001,
      seconds: 3,
      imagesPerSecond: 300,
      improved,
    };
  });
  return events.reduce(reduceRun, emptyRun('made'));
}
