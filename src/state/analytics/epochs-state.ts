import type { EpochScore } from '../../host/protocol.js';
import type { WorkProgress } from './work-progress.js';

/** The epochs of a run whose weights were kept. */
export type KeptEpochs =
  | { status: 'no-run' }
  | { status: 'loading' }
  /** In order; a run that keeps none has none. */
  | { status: 'ready'; epochs: readonly number[] }
  | { status: 'failed'; problem: string };

/** Validation samples of the run, the hardest first. */
export type HardSamples =
  | { status: 'none' }
  | { status: 'working'; progress?: WorkProgress }
  /** `analysis` names them to the host. */
  | { status: 'ready'; analysis: string; order: readonly number[]; count: number }
  | { status: 'stopped' }
  | { status: 'failed'; problem: string };

/** What is looked at along the epochs. */
export interface TracedPicture {
  /** 784, 0 background to 255 ink. */
  pixels: Uint8Array;
  /** What it is, where that is known. */
  label?: number;
  /** `hard` where it is one of the hard samples, at that place among them. */
  from: { kind: 'hard'; place: number } | { kind: 'file'; file: string };
}

export type ShownPicture =
  | { status: 'none' }
  | { status: 'loading' }
  | { status: 'ready'; picture: TracedPicture }
  | { status: 'failed'; problem: string };

/** Something of every epoch, as far as it is here; what is here stays whatever became of the work. */
export interface AlongEpochs<Value> {
  work: 'none' | 'working' | 'done' | 'stopped' | 'failed';
  byEpoch: ReadonlyMap<number, Value>;
  progress?: WorkProgress;
  problem?: string;
}

export interface EpochsState {
  /** Of the run that is looked at. */
  run?: string;
  kept: KeptEpochs;
  /** The epoch that is looked at. */
  epoch: number;
  film: 'playing' | 'halted';
  face: 'picture' | 'matrix';
  /** Whether a file is being chosen. */
  files: 'open' | 'closed';
  hard: HardSamples;
  picture: ShownPicture;
  /** Ten probabilities an epoch. */
  trace: AlongEpochs<readonly number[]>;
  scores: AlongEpochs<EpochScore>;
}

export const nothingAlong: AlongEpochs<never> = { work: 'none', byEpoch: new Map<number, never>() };

/** Before anything is known of a run. */
export const unknownRun = {
  kept: { status: 'no-run' },
  epoch: 0,
  film: 'halted',
  files: 'closed',
  hard: { status: 'none' },
  picture: { status: 'none' },
  trace: nothingAlong,
  scores: nothingAlong,
} as const satisfies Partial<EpochsState>;

export function keptEpochs({ kept }: Pick<EpochsState, 'kept'>): readonly number[] {
  return kept.status === 'ready' ? kept.epochs : [];
}

/** Of the epochs the one that is nearest, the earlier one of two; 0 where there is none. */
export function nearestEpoch(epochs: readonly number[], wanted: number): number {
  return epochs.reduce(
    (best, epoch) => (Math.abs(epoch - wanted) < Math.abs(best - wanted) ? epoch : best),
    epochs[0] ?? 0,
  );
}

/** So many places on, no further than the ends. */
export function epochBeside(epochs: readonly number[], epoch: number, places: number): number {
  const place = epochs.indexOf(nearestEpoch(epochs, epoch)) + places;
  return epochs[Math.min(epochs.length - 1, Math.max(0, place))] ?? 0;
}

/** The epoch before it of which something is known, to tell what changed. */
export function epochBefore<Value>(
  { byEpoch }: AlongEpochs<Value>,
  epoch: number,
): number | undefined {
  const earlier = [...byEpoch.keys()].filter((each) => each < epoch);
  return earlier.length === 0 ? undefined : Math.max(...earlier);
}
