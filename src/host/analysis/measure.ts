import { imageBytes } from '../../dataset/dataset.js';
import { countParameters, sizeOf, summarise } from '../../model/parameters.js';
import type { OpenWeights } from '../classifiers.js';
import type { MeasureAnswer } from '../protocol.js';

/** Milliseconds that each of the two measurements goes on, and what they do at most. */
const budget = 1000;
const mostSingles = 500;
const mostBatches = 40;
/** Not counted: the first runs prepare what the others find ready. */
const warmUps = 5;
const batchSize = 256;

/** Times one image after another, then batches, on images of noise: what is on them costs nothing. */
export async function measure({
  classifier,
  engine,
  diskBytes,
  network,
}: OpenWeights): Promise<MeasureAnswer> {
  const images = Uint8Array.from({ length: batchSize * imageBytes }, (_, index) => index * 31);
  const one = images.subarray(0, imageBytes);
  const single = await timed(() => classifier.classify(one), mostSingles);
  const batches = await timed(() => classifier.classify(images), mostBatches);
  const floats = countParameters(network).total;
  const activations = summarise(network).reduce((sum, { output }) => sum + sizeOf(output), 0);
  return {
    engine: engine.version,
    single,
    batches: batches.map((milliseconds) => (batchSize / milliseconds) * 1000),
    batchSize,
    diskBytes,
    weightBytes: floats * 4,
    activationBytes: activations * 4,
    residentBytes: process.memoryUsage.rss(),
  };
}

/** @returns milliseconds of each run; at least one */
async function timed(work: () => Promise<unknown>, most: number): Promise<number[]> {
  for (let run = 0; run < warmUps; run++) await work();
  const times: number[] = [];
  const deadline = performance.now() + budget;
  do {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  } while (times.length < most && performance.now() < deadline);
  return times;
}
