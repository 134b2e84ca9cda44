/** Speed of one engine, in a process of its own: `engine-speed.ts train|infer native|portable IMAGES SEED`. */
import { createRandom, type Random, shuffle } from '../../src/core/random.js';
import { imageBytes } from '../../src/dataset/dataset.js';
import type { Batch, Engine, EngineKind } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/open-engine.js';
import { digitNetwork } from '../../src/model/network.js';
import { initialWeights } from '../../src/model/weights.js';
import { chunksOf, gatherBatch } from '../../src/training/batches.js';
import type { Figure } from '../figures.js';

const trainBatches = [32, 128, 256];
/** Images at once, and how often. */
const inferBatches = [
  [1, 300],
  [32, 80],
  [256, 40],
  [1024, 20],
] as const;
const warmUp = 512;

const [what, kind, images, seed] = process.argv.slice(2);
const engine = await openEngine(kind as EngineKind);
const random = createRandom(Number(seed));
const measure = what === 'train' ? train : infer;
for await (const figure of measure(engine, Number(images), random)) {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

async function* train(engine: Engine, images: number, random: Random): AsyncGenerator<Figure> {
  const weights = initialWeights(digitNetwork, 1);
  const trainer = await engine.createTrainer(digitNetwork, weights, { seed: 1 });
  const samples = noise(images, random);
  const order = Uint32Array.from({ length: images }, (_, index) => index);

  async function onePass(count: number, batch: number): Promise<void> {
    for (const indices of chunksOf(shuffle(order, random).subarray(0, count), batch)) {
      await trainer.step(gatherBatch(samples, indices), 0.001);
    }
  }
  for (const batch of trainBatches) {
    await onePass(Math.min(warmUp, images), batch);
    const seconds = await secondsOf(() => onePass(images, batch));
    yield figure(`batch ${batch}`, images / seconds);
  }
  trainer.dispose();
}

async function* infer(engine: Engine, _images: number, random: Random): AsyncGenerator<Figure> {
  const classifier = await engine.createClassifier(digitNetwork, initialWeights(digitNetwork, 1));
  const { images } = noise(1024, random);
  for (const [count, times] of inferBatches) {
    const batch = images.subarray(0, count * imageBytes);
    const read = () => classifier.classify(batch);
    await secondsOf(read, 3);
    const seconds = await secondsOf(read, times);
    yield figure(count === 1 ? '1 image' : `${count} images`, (count * times) / seconds);
  }
  classifier.dispose();
}

function figure(setting: string, value: number): Figure {
  return { subject: `Digitscope ${engine.kind}`, setting, unit: 'images/s', value };
}

function noise(count: number, random: Random): Batch {
  return {
    images: Uint8Array.from({ length: count * imageBytes }, () => random.below(256)),
    labels: Uint8Array.from({ length: count }, () => random.below(10)),
  };
}

async function secondsOf(work: () => Promise<unknown>, times = 1): Promise<number> {
  const begin = performance.now();
  for (let time = 0; time < times; time++) await work();
  return (performance.now() - begin) / 1000;
}
