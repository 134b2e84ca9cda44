import type { ScoredSamples } from '../core/analysis/scored-samples.js';
import type { RunState } from '../core/run/reducer.js';
import type { ModelCard } from '../model/card.js';
import type { Network } from '../model/network.js';

/** All that a report is made of. What is not there is left out of it, and `missing` says so. */
export interface ReportData {
  /** Of the run, or of the model where there is no run. */
  name: string;
  /** When the report is made, milliseconds since 1970. */
  madeAt: number;
  /** `digitscope 0.1.0` */
  program: string;
  run?: RunState;
  card?: ModelCard;
  network: Network;
  scores?: ReportScores;
  /** The hardest of the scored samples, the hardest first. */
  hardest: readonly ReportSample[];
  /** What could not be had, each as a sentence with its reason. */
  missing: readonly string[];
  /** What a reader has to know of the scores, as sentences. */
  notes: readonly string[];
}

/** A model's answers to labelled samples. */
export interface ReportScores {
  samples: ScoredSamples;
  /** Whose answers these are. */
  model: string;
  source: string;
  /** Which of the source's samples: those held back in the run, those trained on, or all. */
  part: 'all' | 'train' | 'validation';
  imagesPerSecond: number;
}

/** A sample that is shown. */
export interface ReportSample {
  /** Its place among the scored samples. */
  index: number;
  /** 28x28, 0 (paper) to 255 (ink). */
  pixels: Uint8Array;
  /** Where the source is made of files. */
  file?: string;
}

/** `the 6,000 validation samples of mnist`, without the count. */
export function scoredWords({ source, part }: Pick<ReportScores, 'source' | 'part'>): string {
  if (part === 'all') return `samples of ${source}`;
  return part === 'train' ? `training samples of ${source}` : `validation samples of ${source}`;
}
