import { inLanes } from '../core/in-lanes.js';
import { type Prediction, toPrediction } from '../core/prediction.js';
import { errorLine } from '../core/problem.js';
import { imageBytes } from '../dataset/dataset.js';
import type { Classifier } from '../engine/engine.js';
import { decodeGrey } from '../vision/decode.js';
import { type Normalised, normalise } from '../vision/normalise.js';
import type { PictureResult, SeenPicture } from './protocol.js';

/** Pictures under way at once: more would only wait for each other, and count that as theirs. */
const lanes = 2;

/** A picture to read, by its name and where its bytes are; or why there is none. */
export type Candidate = { file: string; source: string | Buffer } | { file: string; error: string };

type ReadPicture = { file: string; normalised: Normalised; milliseconds: number };

/** Reads a few pictures together; the results are in their order. */
export async function readPictures(
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
  return {
    file,
    ...toAnswer(normalised, probabilities),
    milliseconds: milliseconds + inference,
    seen: seenPicture(normalised),
  };
}

/** What the network's ten probabilities mean: where nothing was written, nothing. */
export function toAnswer({ blank }: Normalised, probabilities: Float32Array): Prediction {
  const prediction = toPrediction(probabilities);
  return blank ? { ...prediction, notADigit: 1, rejected: true } : prediction;
}

export function seenPicture({ image, stages, blank }: Normalised): SeenPicture {
  return {
    pixels: Buffer.from(image).toString('base64'),
    stages: stages.map((stage) => stage.words),
    blank,
  };
}
