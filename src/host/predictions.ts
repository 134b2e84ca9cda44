import { inLanes } from '../core/in-lanes.js';
import { evaluatePredictions } from '../core/metrics.js';
import { type Prediction, toPrediction, totalPredictions } from '../core/prediction.js';
import { errorLine } from '../core/problem.js';
import { imageBytes } from '../dataset/dataset.js';
import type { Classifier } from '../engine/engine.js';
import { digitNetwork } from '../model/network.js';
import { collectPictures } from '../vision/collect-pictures.js';
import { decodeGrey } from '../vision/decode.js';
import { type Normalised, normalise } from '../vision/normalise.js';
import type { Datasets } from './datasets.js';
import type { Engines } from './engines.js';
import type {
  EngineChoice,
  EvaluateAnswer,
  EvaluateParams,
  LoadProgress,
  PictureResult,
  PredictAnswer,
  PredictParams,
  PredictProgress,
} from './protocol.js';
import type { Workspace } from './workspace.js';

/** Pictures that are decoded and read together. */
const chunkSize = 16;
/** Pictures under way at once: more would only wait for each other, and count that as theirs. */
const lanes = 2;

type Source = string | Buffer;
type ReadPicture = { file: string; normalised: Normalised; milliseconds: number };

/** Answers what a model makes of pictures and of labelled samples. */
export class Predictions {
  readonly #workspace: Workspace;
  readonly #engines: Engines;
  readonly #datasets: Datasets;
  readonly #classifiers = new Map<string, Promise<Classifier>>();

  constructor(workspace: Workspace, engines: Engines, datasets: Datasets) {
    this.#workspace = workspace;
    this.#engines = engines;
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
    const { name, classifier } = await this.#classifier(params.model, params.engine);
    const sources = await collectSources(params);
    const predictions: Prediction[] = [];
    let unreadable = 0;
    onProgress({ total: sources.length, results: [] });
    for (let from = 0; from < sources.length && !signal.aborted; from += chunkSize) {
      const results = await readChunk(classifier, sources.slice(from, from + chunkSize));
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
  }

  /** Scores a model on a labelled source. */
  async evaluate(
    { source, model, engine }: EvaluateParams,
    { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: LoadProgress) => void },
  ): Promise<EvaluateAnswer> {
    const { name, classifier } = await this.#classifier(model, engine);
    const dataset = await this.#datasets.load(source, { signal, onProgress });
    const start = performance.now();
    const probabilities = await classifier.classify(dataset.images);
    const seconds = (performance.now() - start) / 1000;
    return {
      model: name,
      ...evaluatePredictions(dataset.labels, probabilities),
      imagesPerSecond: dataset.labels.length / seconds,
    };
  }

  /** Models stay open, by the checksum of their weights and the engine. */
  async #classifier(
    model: string | undefined,
    choice: EngineChoice | undefined,
  ): Promise<{ name: string; classifier: Classifier }> {
    const models = this.#workspace.models;
    const { card, weights } = await models.load(model ?? (await models.preferred()).name);
    const key = `${choice ?? 'default'} ${card.weights.sha256}`;
    let opening = this.#classifiers.get(key);
    if (!opening) {
      opening = this.#engines
        .get(choice)
        .then((engine) => engine.createClassifier(digitNetwork, weights));
      this.#classifiers.set(key, opening);
      opening.catch(() => this.#classifiers.delete(key));
    }
    return { name: card.name, classifier: await opening };
  }
}

type Candidate = { file: string; source: Source } | { file: string; error: string };

async function collectSources({ paths, picture }: PredictParams): Promise<Candidate[]> {
  if (picture !== undefined) return [{ file: '-', source: Buffer.from(picture, 'base64') }];
  const { files, problems } = await collectPictures(paths);
  return [...problems, ...files.map((file) => ({ file, source: file }))];
}

async function readChunk(
  classifier: Classifier,
  candidates: readonly Candidate[],
): Promise<PictureResult[]> {
  const read = await inLanes(candidates, lanes, readPicture);
  const pictures = read.filter((item): item is ReadPicture => 'normalised' in item);
  const images = new Uint8Array(pictures.length * imageBytes);
  pictures.forEach(({ normalised }, index) => {
    images.set(normalised.image, index * imageBytes);
  });
  const start = performance.now();
  const probabilities =
    pictures.length > 0 ? await classifier.classify(images) : new Float32Array();
  const share = (performance.now() - start) / pictures.length;
  let next = 0;
  return read.map((item) => {
    if (!('normalised' in item)) return item;
    const row = probabilities.subarray(next * 10, ++next * 10);
    return toResult(item, row, share);
  });
}

async function readPicture(
  candidate: Candidate,
): Promise<ReadPicture | { file: string; error: string }> {
  if ('error' in candidate) return candidate;
  const { file, source } = candidate;
  const start = performance.now();
  try {
    const normalised = normalise(await decodeGrey(source));
    return { file, normalised, milliseconds: performance.now() - start };
  } catch (error) {
    return { file, error: errorLine(error) };
  }
}

function toResult(
  { file, normalised, milliseconds }: ReadPicture,
  probabilities: Float32Array,
  inference: number,
): PictureResult {
  const prediction = toPrediction(probabilities);
  const { image, stages, blank } = normalised;
  return {
    file,
    ...prediction,
    ...(blank ? { notADigit: 1, rejected: true } : {}),
    milliseconds: milliseconds + inference,
    seen: {
      pixels: Buffer.from(image).toString('base64'),
      stages: stages.map((stage) => stage.words),
      blank,
    },
  };
}
