/** What early stopping remembers between epochs. */
export interface EarlyStopping {
  /** Epochs without gain after which training stops. */
  patience: number;
  /** Lowest validation loss so far; infinite before the first epoch. */
  bestLoss: number;
  /** Epoch of `bestLoss`, from 1; 0 before the first. */
  bestEpoch: number;
  /** Epochs since then. */
  waited: number;
}

export function createEarlyStopping(patience: number): EarlyStopping {
  return { patience, bestLoss: Number.POSITIVE_INFINITY, bestEpoch: 0, waited: 0 };
}

/** Takes in one epoch's validation loss; one that is not a number never counts as a gain. */
export function observeLoss(state: EarlyStopping, epoch: number, loss: number): EarlyStopping {
  return loss < state.bestLoss
    ? { ...state, bestLoss: loss, bestEpoch: epoch, waited: 0 }
    : { ...state, waited: state.waited + 1 };
}

export function hasImproved(state: EarlyStopping): boolean {
  return state.bestEpoch > 0 && state.waited === 0;
}

export function shouldStop(state: EarlyStopping): boolean {
  return state.waited >= state.patience;
}
