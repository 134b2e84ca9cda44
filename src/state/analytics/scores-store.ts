import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Calibration, calibrate } from '../../core/analysis/calibration.js';
import { type CoveragePoint, coverageCurve } from '../../core/analysis/coverage.js';
import { type Evaluation, evaluatePredictions } from '../../core/metrics.js';
import { errorLine } from '../../core/problem.js';
import type { Sample, ScoreProgress } from '../../host/protocol.js';
import { toHostSource } from '../../host/source.js';
import type { Workspace } from '../../host/workspace.js';
import type { HostConnection } from '../host-connection.js';
import type { TrainingForm } from '../training-form-store.js';
import type { Analytics } from './analytics-store.js';
import {
  isSameSource,
  ownValidation,
  type ScoreSource,
  scoreSources,
  usableSource,
} from './score-sources.js';
import { decodeScored, type Scored } from './scored.js';
import { newsTeller, type ScoringNews } from './scoring-news.js';
import type { Subject } from './subject.js';

/** What is known of how the weights answer. */
export type Scoring =
  | { status: 'none' }
  /** Nothing is told before the first news. */
  | { status: 'working'; news?: ScoringNews }
  | { status: 'cancelled' }
  | ({ status: 'ready' } & ScoreResults)
  | { status: 'failed'; problem: string };

/** All that the answers come to. */
export interface ScoreResults {
  scored: Scored;
  evaluation: Evaluation;
  calibration: Calibration;
  coverage: readonly CoveragePoint[];
}

export interface ScoringState {
  source: ScoreSource;
  scoring: Scoring;
  /** Sources to choose among. */
  sources: readonly ScoreSource[];
  /** What lies over the views. */
  panel: 'none' | 'sources' | 'files';
  /** The cell of the confusion matrix that is looked at; undefined until one is chosen. */
  cell?: Cell;
  /** Answers with less confidence are held back, 0..1. */
  threshold: number;
}

/** Samples with that label that are read as that digit. */
export interface Cell {
  label: number;
  digit: number;
}

export interface ScoringOptions {
  analytics: Analytics;
  /** Knows which sources there are. */
  form: Pick<TrainingForm, 'store'>;
  workspace: Workspace;
}

/** Where drawn samples are kept. */
const drawnFolder = 'data/mine';

/**
 * How the weights of the subject answer the samples of a source: asked once, and kept while both stay.
 *
 *     none ─▶ working ─▶ ready     a new subject or source: none again
 *                     └▶ cancelled, failed ─▶ working where it is asked for again
 */
export class ScoringStore {
  readonly store: StoreApi<ScoringState>;
  readonly #options: ScoringOptions;
  #request?: AbortController;
  #renewal?: Promise<string>;
  /** Whether the host that named the samples is gone: another may mean others by the same name. */
  #names: 'valid' | 'lost' = 'valid';

  constructor(options: ScoringOptions) {
    this.#options = options;
    this.store = createStore<ScoringState>(() => ({
      source: ownValidation,
      scoring: { status: 'none' },
      sources: [],
      panel: 'none',
      threshold: 0.9,
    }));
    options.analytics.store.subscribe(({ subject }, before) => {
      if (weightsKey(subject) === weightsKey(before.subject)) return;
      this.#reset();
      this.store.setState(({ source }) => ({ source: usableSource(subject, source) }));
    });
    this.connection.onLost(() => {
      this.#names = 'lost';
    });
  }

  get subject(): Subject | undefined {
    return this.#options.analytics.store.getState().subject;
  }

  get connection(): HostConnection {
    return this.#options.analytics.connection;
  }

  /** Scores where that was not tried yet. */
  ensure(): void {
    if (this.store.getState().scoring.status === 'none') void this.scoreAgain();
  }

  async scoreAgain(): Promise<void> {
    const weights = this.subject?.weights;
    if (!weights) return;
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const tell = (scoring: Scoring) => {
      if (this.#request === request) this.store.setState({ scoring });
    };
    tell({ status: 'working' });
    try {
      const scored = await this.#score({
        signal: request.signal,
        onProgress: newsTeller((news) => tell({ status: 'working', news })),
      });
      if (this.#request === request) tell({ status: 'ready', ...resultsOf(scored) });
    } catch (error) {
      tell({ status: 'failed', problem: errorLine(error) });
    }
  }

  /** Ends a scoring that is under way. */
  cancel(): void {
    this.#reset();
    this.store.setState({ scoring: { status: 'cancelled' } });
  }

  /** Opens the list of sources. */
  async openSources(): Promise<void> {
    this.#offer([]);
    this.store.setState({ panel: 'sources' });
    if (await isFolder(join(this.#options.workspace.root, drawnFolder))) this.#offer([drawnFolder]);
  }

  openFiles(): void {
    this.store.setState({ panel: 'files' });
  }

  closePanel(): void {
    this.store.setState({ panel: 'none' });
  }

  choose(source: ScoreSource): void {
    const { source: before, scoring } = this.store.getState();
    this.store.setState({ source, panel: 'none' });
    if (isSameSource(source, before) && scoring.status === 'ready') return;
    this.#reset();
    this.ensure();
  }

  lookAt(cell: Cell): void {
    this.store.setState({ cell });
  }

  setThreshold(threshold: number): void {
    this.store.setState({ threshold });
  }

  /** @param folder a source as a person says it */
  chooseFolder(folder: string): void {
    const { workspace } = this.#options;
    this.choose({ source: toHostSource(folder, workspace, workspace.root), part: 'all' });
  }

  /**
   * Samples by their indices. A host that has forgotten them, or has been started anew, scores them once more.
   *
   * @throws what the host throws
   */
  async samples(indices: readonly number[]): Promise<Sample[]> {
    const { scoring } = this.store.getState();
    if (scoring.status !== 'ready') return [];
    const ask = async (analysis: string) => {
      const client = await this.connection.client();
      return (await client.analysis.samples({ analysis, indices: [...indices] })).samples;
    };
    if (this.#names === 'lost') return ask(await this.#renew());
    try {
      return await ask(scoring.scored.analysis);
    } catch {
      return ask(await this.#renew());
    }
  }

  /** @returns the new name of the samples; their answers stay what they are */
  #renew(): Promise<string> {
    this.#renewal ??= this.#nameAgain().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #nameAgain(): Promise<string> {
    const request = this.#request;
    const { analysis } = await this.#score({ signal: request?.signal });
    const { scoring } = this.store.getState();
    if (this.#request === request && scoring.status === 'ready') {
      this.store.setState({ scoring: { ...scoring, scored: { ...scoring.scored, analysis } } });
    }
    return analysis;
  }

  async #score(options: {
    signal?: AbortSignal;
    onProgress?: (progress: ScoreProgress) => void;
  }): Promise<Scored> {
    const { source } = this.store.getState();
    const client = await this.connection.client();
    const weights = this.subject?.weights ?? {};
    const scored = decodeScored(await client.analysis.score({ weights, ...source }, options));
    this.#names = 'valid';
    return scored;
  }

  #offer(further: readonly string[]): void {
    const { sources: found } = this.#options.form.store.getState();
    this.store.setState({ sources: scoreSources(this.subject, [...found, ...further]) });
  }

  #reset(): void {
    this.#request?.abort();
    this.#request = undefined;
    this.store.setState({ scoring: { status: 'none' } });
  }
}

function resultsOf(scored: Scored): ScoreResults {
  return {
    scored,
    evaluation: evaluatePredictions(scored.labels, scored.probabilities),
    calibration: calibrate(scored),
    coverage: coverageCurve(scored),
  };
}

function weightsKey(subject: Subject | undefined): string {
  return JSON.stringify(subject?.weights ?? null);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
