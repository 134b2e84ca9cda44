import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Answer, answerOf, probabilitiesOf } from '../../../core/analysis/scored-samples.js';
import type { Sample } from '../../../host/protocol.js';
import type { OpenList, SampleList } from '../../../state/analytics/sample-list.js';
import type { Scored } from '../../../state/analytics/scored.js';
import type { Scores } from '../../../state/analytics/scores.js';
import type { GreyImage } from '../../../ui/components/half-blocks.js';

/** The sample of a list that is looked at. */
export interface LookedAt {
  scored: Scored;
  index: number;
  label: number;
  answer: Answer;
  /** Ten. */
  probabilities: ArrayLike<number>;
  /** Undefined until it is here. */
  sample: Sample | undefined;
  image: GreyImage | undefined;
}

/** Loads the sample that is looked at and those beside it. */
export function useSample(
  scores: Scores,
  samples: SampleList,
  list: OpenList,
): LookedAt | undefined {
  const { scoring } = useStore(scores.scoring.store);
  const index = list.indices[list.place];
  const sample = useStore(samples.store, (state) => state.samples.get(index));
  useEffect(() => {
    void samples.load(Math.max(0, list.place - 1), list.place + 2);
  }, [samples, list.place]);
  const image = useMemo(() => sample && imageOf(sample), [sample]);
  if (scoring.status !== 'ready') return undefined;
  const { scored } = scoring;
  return {
    scored,
    index,
    label: scored.labels[index],
    answer: answerOf(scored, index),
    probabilities: probabilitiesOf(scored, index),
    sample,
    image,
  };
}

export function imageOf({ pixels }: Pick<Sample, 'pixels'>): GreyImage {
  return { width: 28, height: 28, pixels: Buffer.from(pixels, 'base64') };
}
