import type { EpochScore } from '../../../state/live/training-demo-store.js';

/** What the newest epoch that was asked says of the drawing. */
export function latestScore(
  scores: ReadonlyMap<number, EpochScore>,
): { epoch: number; score: EpochScore } | undefined {
  const epoch = Math.max(...scores.keys());
  const score = scores.get(epoch);
  return score && { epoch, score };
}
