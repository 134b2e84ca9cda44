import { type Rejection, rejectionSteps } from '../core/analysis/rejection.js';
import { usualRejection } from '../core/prediction.js';
import type { PictureResult } from '../host/protocol.js';
import { preferredModel, type RecognitionState } from './recognition-state.js';

type ThresholdState = Pick<RecognitionState, 'rejectAbove' | 'models' | 'model' | 'reading'>;

/** What is known of rejection by the model that answers. */
export interface ShownThreshold {
  /** Answers whose `notADigit` is above it are marked. */
  threshold: number;
  /** The model's own, which is used until another is chosen. */
  own: number;
  /** The model's name, where there is one. */
  model: string | undefined;
  /** What thresholds cost and bring, by its card. */
  rejection: Rejection | undefined;
}

export function shownThreshold(state: ThresholdState): ShownThreshold {
  const { models, rejectAbove } = state;
  const name = state.reading?.model ?? state.model ?? preferredModel(models);
  const list = models.status === 'ready' ? models.models : [];
  const found = list.find((model) => model.name === name);
  const rejection = found && 'card' in found ? found.card.rejection : undefined;
  const own = rejection?.threshold ?? usualRejection;
  return { threshold: rejectAbove ?? own, own, model: name, rejection };
}

/** The next threshold that can be chosen, lower or higher; the same at the ends. */
export function nextThreshold(threshold: number, direction: 1 | -1): number {
  const away = rejectionSteps.filter((step) => (step - threshold) * direction > 1e-9);
  return (direction > 0 ? away[0] : away.at(-1)) ?? threshold;
}

/** Marks anew what is not taken for a digit. Blank pictures are no digits at any threshold. */
export function markRejected(
  results: readonly PictureResult[],
  threshold: number,
): readonly PictureResult[] {
  return results.map((result) => {
    if ('error' in result) return result;
    const rejected = result.seen.blank || result.notADigit > threshold;
    return rejected === result.rejected ? result : { ...result, rejected };
  });
}
