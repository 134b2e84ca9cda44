import { evaluatePredictions } from '../core/metrics.js';
import { type Prediction, totalPredictions } from '../core/prediction.js';
import { collectPictures } from '../vision/collect-pictures.js';
import type { Classifiers } from './classifiers.js';
import type { Datasets } from './datasets.js';
import type {
  EvaluateAnswer,
  EvaluateParams,
  LoadProgress,
  PredictAnswer,
  PredictParams,
  PredictProgress,
} from './protocol.js';
import { type Candidate, readPictures } from './read-pictures.js';

/** Pictures that are decoded and read together. */
const chunkSize = 16;

/** Answers what a model makes of pictures and of labelled samples. */
export class Predictions {
  readonly #classifiers: Classifiers;
  readonly #datasets: Datasets;

  constructor(classifiers: Classifiers, datasets: Datasets) {
    this.#classifiers = classifiers;
    this.#datasets = datasets;
  }

  /** Reads pictures in order and tells their results chunk by chunk. */
  async predict(
    params: PredictParams,
    {
      signal,
      onProgress,
    }: { signal: AbortSignal; onProgress: (progress: PredictProgress) => void },
  ): Promise<PredictAnswer> {
    const start = performance.now();
    const { model, engine } = params;
    return this.#classifiers.use({ weights: { model }, engine }, async ({ name, classifier }) => {
      const sources = await collectSources(params);
      const predictions: Prediction[] = [];
      let unreadable = 0;
      onProgress({ total: sources.length, results: [] });
      for (let from = 0; from < sources.length && !signal.aborted; from += chunkSize) {
        const results = await readPictures(classifier, sources.slice(from, from + chunkSize));
        for (const result of results) {
          if ('error' in result) unreadable++;
          else predictions.push(result);
        }
        onProgress({ total: sources.length, results });
      }
      return {
        model: name,
        totals: totalPredictions(predictions),
        unreadable,
        seconds: (performance.now() - start) / 1000,
      };
    });
  }

  /** Scores a model on a labelled source. */
  async evaluate(
    { source, model, engine }: EvaluateParams,
    { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: LoadProgress) => void },
  ): Promise<EvaluateAnswer> {
    return this.#classifiers.use({ weights: { model }, engine }, async ({ name, classifier }) => {
      const dataset = await this.#datasets.load(source, { signal, onProgress });
      const start = performance.now();
      const probabilities = await classifier.classify(dataset.images);
      const seconds = (performance.now() - start) / 1000;
      return {
        model: name,
        ...evaluatePredictions(dataset.labels, probabilities),
        imagesPerSecond: dataset.labels.length / seconds,
      };
    });
  }
}

async function collectSources({ paths, picture }: PredictParams): Promise<Candidate[]> {
  if (picture !== undefined) return [{ file: '-', source: Buffer.from(picture, 'base64') }];
  const { files, problems } = await collectPictures(paths);
  return [...problems, ...files.map((file) => ({ file, source: file }))];
}
