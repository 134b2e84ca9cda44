import { mostLikely } from '../../core/metrics.js';
import type { Candidate, CandidateLine } from './candidates.js';

/** A candidate and what the network makes of it. */
export interface ReadCandidate extends Candidate {
  /** Ten values that sum to 1. */
  probabilities: Float32Array;
}

/** A line of which every candidate is read. */
interface ReadLine extends CandidateLine {
  candidates: ReadCandidate[];
}

/**
 * The way from the first piece of a line to the last by digits that cost least together (dynamic
 * programming over joined pieces).
 */
export function chooseDigits({
  pieces,
  candidates,
}: Pick<ReadLine, 'pieces' | 'candidates'>): ReadCandidate[] {
  const best: { cost: number; last?: ReadCandidate }[] = [{ cost: 0 }];
  for (let to = 1; to <= pieces; to++) {
    best.push({ cost: Number.POSITIVE_INFINITY });
    for (const candidate of candidates) {
      if (candidate.to !== to) continue;
      const cost = best[candidate.from].cost + costOf(candidate);
      if (cost < best[to].cost) best[to] = { cost, last: candidate };
    }
  }
  const chosen: ReadCandidate[] = [];
  for (let at = pieces; at > 0; ) {
    const { last } = best[at];
    if (!last) break;
    chosen.unshift(last);
    at = last.from;
  }
  return chosen;
}

/**
 * How unlikely it is that this is one digit, from 0. The network is asked about much that is no
 * digit, and is often sure of it: what it says counts up to a limit, and shape, cuts and gaps
 * besides. The weights are those that read most of 250 numbers right that were put together of
 * MNIST's digits.
 */
function costOf(candidate: ReadCandidate): number {
  const { probabilities, width, height, ink, cut, cuts, gap } = candidate;
  const digit = mostLikely(probabilities);
  const aspect = width / height;
  const isOne = digit === 1;
  return (
    Math.min(4.5, -2.5 * Math.log(probabilities[digit])) +
    0.75 * cut +
    0.5 * cuts +
    4 * Math.max(0, gap) +
    20 * Math.max(0, 0.65 - height) +
    2 * (Math.max(0, width - 1) + Math.max(0, aspect - (isOne ? 0.6 : 1.1))) +
    // An 8 has strokes of about three times its height.
    1.5 * Math.max(0, ink - 4) +
    (isOne ? 0 : 3 * Math.max(0, 0.35 - aspect))
  );
}
