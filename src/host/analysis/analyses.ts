import { join } from 'node:path';
import { nearestSamples } from '../../core/analysis/neighbours.js';
import { Problem } from '../../core/problem.js';
import type { Classifiers, OpenWeights } from '../classifiers.js';
import type { Engines } from '../engines.js';
import { floatsToBase64 } from '../floats.js';
import { KeptWeights } from '../kept-weights.js';
import type * as protocol from '../protocol.js';
import { type TrainedOn, trainedOnOf } from '../weights-origin.js';
import type { Workspace } from '../workspace.js';
import { classifySet } from './classify-set.js';
import { explain } from './explain.js';
import { imageOf } from './image-of.js';
import { LookBack } from './look-back.js';
import { measure } from './measure.js';
import { type SampleSets, sampleAt } from './sample-sets.js';

interface Options<Progress = never> {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** Answers why weights answer as they do. */
export class Analyses {
  readonly #workspace: Workspace;
  readonly #engines: Engines;
  readonly #classifiers: Classifiers;
  readonly #sets: SampleSets;

  constructor(workspace: Workspace, engines: Engines, classifiers: Classifiers, sets: SampleSets) {
    this.#workspace = workspace;
    this.#engines = engines;
    this.#classifiers = classifiers;
    this.#sets = sets;
  }

  score(
    params: protocol.ScoreParams,
    { signal, onProgress }: Options<protocol.ScoreProgress>,
  ): Promise<protocol.ScoreAnswer> {
    return this.#classifiers.use(params, async ({ name, classifier, trainedOn }) => {
      const { part, source = sourceOf(name, trainedOn), data, seed } = params;
      const set = await this.#sets.load({ source, part, trainedOn, data, seed }, 'new', {
        signal,
        onProgress: (progress) => onProgress({ phase: 'load', ...progress }),
      });
      const start = performance.now();
      const probabilities = await classifySet(classifier, set.images, {
        signal,
        onProgress: (progress) => onProgress({ phase: 'score', ...progress }),
      });
      const count = set.labels.length;
      return {
        analysis: this.#sets.keep(set),
        name,
        source,
        part,
        count,
        labels: Buffer.from(set.labels).toString('base64'),
        probabilities: floatsToBase64(probabilities),
        hasFiles: set.hasFiles,
        skipped: set.skipped,
        imagesPerSecond: (count / (performance.now() - start)) * 1000,
      };
    });
  }

  samples({ analysis, indices }: protocol.SamplesParams): { samples: protocol.Sample[] } {
    const set = this.#sets.named(analysis);
    const known = indices.filter((index) => index in set.labels);
    return { samples: known.map((index) => sampleAt(set, index)) };
  }

  nearest(
    { weights, pixels, count }: protocol.NearestParams,
    { signal, onProgress }: Options<protocol.LoadProgress>,
  ): Promise<protocol.NearestAnswer> {
    return this.#classifiers.use({ weights }, async ({ name, trainedOn }) => {
      const source = sourceOf(name, trainedOn);
      const set = await this.#sets.load({ source, part: 'train', trainedOn }, 'kept', {
        signal,
        onProgress,
      });
      const found = nearestSamples(imageOf(pixels), set.images, count);
      return {
        source,
        searched: set.labels.length,
        neighbours: found.map(({ index, distance }) => ({ ...sampleAt(set, index), distance })),
      };
    });
  }

  explain({ pixels, ...params }: protocol.ExplainParams): Promise<protocol.ExplainAnswer> {
    const image = imageOf(pixels);
    return this.#classifiers.use(params, ({ classifier }) => explain(classifier, image));
  }

  measure(params: protocol.MeasureParams): Promise<protocol.MeasureAnswer> {
    return this.#classifiers.use(params, (open: OpenWeights) => measure(open));
  }

  async keptEpochs({ run }: { run: string }): Promise<{ epochs: number[] }> {
    return { epochs: await (await KeptWeights.of(join(this.#workspace.runs, run))).epochs() };
  }

  async trace(
    { run, pixels, engine }: protocol.TraceParams,
    { signal, onProgress }: Options<{ total: number; point: protocol.TracePoint }>,
  ): Promise<{ points: protocol.TracePoint[] }> {
    const points: protocol.TracePoint[] = [];
    for await (const { total, answer } of this.#lookBack(run, engine).trace(
      imageOf(pixels),
      signal,
    )) {
      points.push(answer);
      onProgress({ total, point: answer });
    }
    return { points };
  }

  async epochScores(
    { run, source: asked, part, engine }: protocol.EpochScoresParams,
    { signal, onProgress }: Options<protocol.EpochScoresProgress>,
  ): Promise<{ epochs: protocol.EpochScore[] }> {
    const trainedOn = await trainedOnOf(this.#workspace.runs, run);
    const source = asked ?? trainedOn.source;
    const set = await this.#sets.load({ source, part, trainedOn }, 'kept', {
      signal,
      onProgress: (progress) => onProgress({ phase: 'load', ...progress }),
    });
    const epochs: protocol.EpochScore[] = [];
    for await (const { done, total, answer } of this.#lookBack(run, engine).scores(set, signal)) {
      epochs.push(answer);
      onProgress({ phase: 'score', done, total, score: answer });
    }
    return { epochs };
  }

  #lookBack(run: string, engine: protocol.EngineChoice | undefined): LookBack {
    return new LookBack(this.#engines, { runs: this.#workspace.runs, run, engine });
  }
}

/** @throws Problem where nobody knows what weights were trained on */
function sourceOf(name: string, trainedOn: TrainedOn | undefined): string {
  if (trainedOn) return trainedOn.source;
  throw new Problem(`${name} was imported: what it was trained on is not known`, {
    remedy: 'name the samples',
  });
}
