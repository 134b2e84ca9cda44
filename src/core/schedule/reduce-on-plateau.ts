/** A learning rate that is cut each time the validation loss stays on a plateau. */
export interface ReduceOnPlateau {
  learningRate: number;
  /** What the learning rate is multiplied by. */
  factor: number;
  /** Epochs without gain before a cut. */
  patience: number;
  /** The learning rate never falls below this. */
  floor: number;
  /** A loss must fall by more than this to count as a gain. */
  minDelta: number;
  bestLoss: number;
  waited: number;
}

/** The recipe's settings; `minDelta` is the default of Keras's ReduceLROnPlateau. */
export function createReduceOnPlateau(learningRate: number): ReduceOnPlateau {
  return {
    learningRate,
    factor: 0.5,
    patience: 5,
    floor: 1e-7,
    minDelta: 1e-4,
    bestLoss: Number.POSITIVE_INFINITY,
    waited: 0,
  };
}

/** Takes in one epoch's validation loss and says the learning rate of the next epoch. */
export function observePlateau(state: ReduceOnPlateau, loss: number): ReduceOnPlateau {
  if (loss < state.bestLoss - state.minDelta) return { ...state, bestLoss: loss, waited: 0 };
  const waited = state.waited + 1;
  if (waited < state.patience) return { ...state, waited };
  return {
    ...state,
    learningRate: Math.max(state.floor, state.learningRate * state.factor),
    waited: 0,
  };
}
