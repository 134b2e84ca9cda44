import { hardestSamples } from '../../core/analysis/cells.js';
import type { ScoredSamples } from '../../core/analysis/scored-samples.js';
import { createRandom, shuffle } from '../../core/random.js';

/** Cards of a round, and how many of them are hard. */
const roundLength = 10;
const hardCards = 5;
/** Hard cards are drawn from so many of the hardest samples: not the same five each time. */
const hardPool = 60;

export interface DrawnSample {
  index: number;
  /** Whether it is among those that the model finds hardest. */
  hard: boolean;
}

/**
 * The samples of a round: half of them hard, the others any, in an order that the seed decides. Fewer where the source
 * has fewer that are not used yet.
 *
 * @param used indices of earlier rounds, which are not drawn again
 */
export function drawRound(
  samples: ScoredSamples,
  { seed, used }: { seed: number; used: ReadonlySet<number> },
): DrawnSample[] {
  const random = createRandom(seed);
  const hardest = hardestSamples(samples, Math.min(hardPool, Math.ceil(samples.labels.length / 4)));
  const isHardest = new Set(hardest);
  const others = Array.from(samples.labels.keys()).filter((index) => !isHardest.has(index));
  const unused = (indices: number[]) =>
    shuffle(
      indices.filter((index) => !used.has(index)),
      random,
    );
  const hard = unused(hardest).slice(0, hardCards);
  const plain = unused(others).slice(0, roundLength - hard.length);
  const drawn = shuffle([...hard, ...plain], random);
  return drawn.map((index) => ({ index, hard: isHardest.has(index) }));
}
