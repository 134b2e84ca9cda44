import type { Sample } from '../../host/protocol.js';
import type { CommonSamples, Pair } from './common-samples.js';
import type { Compared } from './compared.js';
import type { Subject } from './subject.js';
import type { WorkProgress } from './work-progress.js';

/** What is known of the pair. */
export type Comparing =
  | { status: 'none' }
  /** `who` is scored now. */
  | { status: 'working'; who: 'a' | 'b'; progress?: WorkProgress }
  | { status: 'ready'; value: Compared }
  | { status: 'stopped' }
  | { status: 'failed'; problem: string };

/** The pictures that only one of the two reads right. */
export type Side = 'only-a' | 'only-b';

export interface CompareState {
  /** The one that was chosen to compare with; it may be gone by now. */
  rival?: string;
  samples: CommonSamples;
  comparing: Comparing;
  /** What lies over the view. */
  panel: 'none' | 'rivals' | 'samples';
  side: Side;
  /** Of the picture that is looked at among those of its side. */
  place: number;
  /** All pictures of the side, or one of them large. */
  layer: 'list' | 'picture';
  /** What stands beside the figures where there is no room for both. */
  beside: 'pictures' | 'settings';
  /** Pictures that are here, by the index that their sample has in the comparison. */
  pictures: ReadonlyMap<number, Sample>;
  /** Why the last pictures could not be loaded. */
  pictureProblem?: string;
}

/** Who the subject is compared with: who was chosen, and where nobody was, the preferred model or any other. */
export function rivalOf(
  subjects: readonly Subject[],
  subject: Subject | undefined,
  { rival, preferred }: { rival: string | undefined; preferred: string | undefined },
): Subject | undefined {
  const others = subjects.filter(({ name, weights }) => name !== subject?.name && weights);
  if (rival !== undefined) return subjects.find(({ name }) => name === rival);
  return others.find(({ name }) => name === preferred) ?? others[0];
}

/** Indices of the samples that decide, of the side that is looked at. */
export function decisive({
  comparing,
  side,
}: Pick<CompareState, 'comparing' | 'side'>): readonly number[] {
  if (comparing.status !== 'ready') return [];
  const { onlyAIndices, onlyBIndices } = comparing.value.comparison;
  return side === 'only-a' ? onlyAIndices : onlyBIndices;
}

/** Names the pair and its samples: answers are about these. */
export function pairKey(pair: Pair | undefined, samples: CommonSamples): string {
  return JSON.stringify([pair?.a.weights, pair?.b.weights, pair?.a.name, pair?.b.name, samples]);
}
