import * as tf from '@tensorflow/tfjs-core';
import { model as createModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Engine } from '../../../src/engine/engine.js';
import { openPortable } from '../../../src/engine/portable/open-portable.js';
import { digitNetwork } from '../../../src/model/network.js';
import { initialWeights, type Weights } from '../../../src/model/weights.js';
import { layersModel } from './layers-model.js';
import { onCpu } from './on-cpu.js';
import { separableBatch, smallNetwork } from './samples.js';

const weights = initialWeights(smallNetwork, 5);
const batch = separableBatch(32, 7);

let engine: Engine;
const handlersBefore = handlers();
beforeAll(async () => {
  engine = await openPortable();
});

function handlers(): number[] {
  return ['uncaughtException', 'unhandledRejection'].map((event) => process.listenerCount(event));
}

async function trained(
  steps: number,
  seed: number,
): Promise<{ losses: number[]; weights: Weights }> {
  const trainer = await engine.createTrainer(smallNetwork, weights, { seed });
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const { loss } = await trainer.step(separableBatch(32, step % 4), 0.005);
    losses.push(loss);
  }
  const result = { losses, weights: await trainer.readWeights() };
  trainer.dispose();
  return result;
}

describe('the portable engine', () => {
  test('names itself, and opens twice as the same', async () => {
    expect(engine).toMatchObject({
      kind: 'portable',
      version: 'TensorFlow.js 4.22.0 (WebAssembly)',
    });
    expect(await openPortable()).toMatchObject({ version: engine.version });
  });

  test('leaves the handlers of uncaught errors as they were', () => {
    expect(handlers()).toEqual(handlersBefore);
  });

  test('prints nothing', async () => {
    const prints = (['log', 'info', 'warn', 'error'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation(() => {}),
    );
    const trainer = await engine.createTrainer(smallNetwork, weights, { seed: 1 });
    await trainer.step(batch, 0.001);
    trainer.dispose();
    for (const print of prints) {
      expect(print).not.toHaveBeenCalled();
      print.mockRestore();
    }
  });
});

describe('a classifier', () => {
  test('gives the probabilities of the library’s layers', async () => {
    const digits = initialWeights(digitNetwork, 3);
    const { images } = separableBatch(4, 1);
    const classifier = await engine.createClassifier(digitNetwork, digits);
    const ours = await classifier.classify(images);
    classifier.dispose();

    const expected = await onCpu(() => {
      const pixels = tf.div(tf.tensor4d(images, [4, 28, 28, 1], 'float32'), 255);
      return (layersModel(digitNetwork, digits).predict(pixels) as tf.Tensor).dataSync();
    });

    expect(ours.length).toBe(40);
    for (const [index, value] of ours.entries()) expect(value).toBeCloseTo(expected[index], 5);
  });

  test('gives the convolutions of the library’s layers', async () => {
    const digits = initialWeights(digitNetwork, 3);
    const { images } = separableBatch(1, 1);
    const classifier = await engine.createClassifier(digitNetwork, digits);
    const before = tf.memory().numTensors;
    const ours = await classifier.convolutions(images);
    expect(tf.memory().numTensors).toBe(before);
    classifier.dispose();

    const expected = await onCpu(() => {
      const pixels = tf.div(tf.tensor4d(images, [1, 28, 28, 1], 'float32'), 255);
      const { inputs, layers } = layersModel(digitNetwork, digits);
      const outputs = layers.filter(({ name }) => name.startsWith('conv')).map((l) => l.output);
      const all = createModel({ inputs, outputs: outputs as SymbolicTensor[] });
      return (all.predict(pixels) as tf.Tensor[]).map((output) => output.dataSync());
    });
    expect(ours.map(({ name }) => name)).toEqual(['conv1', 'conv2', 'conv3']);
    for (const [layer, { values }] of ours.entries()) {
      expect(values.length).toBe(expected[layer].length);
      for (const [at, value] of values.entries()) {
        expect(Math.abs(value - expected[layer][at])).toBeLessThan(1e-4);
      }
    }
  });

  test('gives each image the same probabilities among many as alone', async () => {
    const { images } = separableBatch(300, 2);
    const classifier = await engine.createClassifier(smallNetwork, weights);
    const all = await classifier.classify(images);
    const last = await classifier.classify(images.subarray(299 * 784));
    expect(all.length).toBe(3000);
    expect(all.slice(2990)).toEqual(last);
    expect((await classifier.classify(new Uint8Array(0))).length).toBe(0);
    classifier.dispose();
  });

  test('lets other work in between', async () => {
    const { images } = separableBatch(600, 2);
    const classifier = await engine.createClassifier(smallNetwork, weights);
    let otherWork = 'waiting';
    setImmediate(() => {
      otherWork = 'done';
    });
    await classifier.classify(images);
    expect(otherWork).toBe('done');
    classifier.dispose();
  });
});

describe('a trainer', () => {
  test('lowers the loss of samples that can be told apart', async () => {
    const { losses } = await trained(60, 1);
    expect(losses[0]).toBeGreaterThan(1.5);
    expect(losses[59]).toBeLessThan(0.5);
  });

  test('gives the same weights bit for bit with one seed, others with another', async () => {
    const first = await trained(8, 1);
    expect(await trained(8, 1)).toEqual(first);
    expect((await trained(8, 2)).weights).not.toEqual(first.weights);
  });

  test('gives its weights back as they were written', async () => {
    const trainer = await engine.createTrainer(smallNetwork, weights, { seed: 1 });
    expect(await trainer.readWeights()).toEqual(weights);
    const before = await trainer.classify(batch.images);
    await trainer.step(batch, 0.01);
    expect(await trainer.classify(batch.images)).not.toEqual(before);
    await trainer.writeWeights(weights);
    expect(await trainer.readWeights()).toEqual(weights);
    expect(await trainer.classify(batch.images)).toEqual(before);
    trainer.dispose();
  });

  test('measures the batch before its update', async () => {
    const network = {
      ...smallNetwork,
      layers: smallNetwork.layers.filter(({ kind }) => kind !== 'dropout' && kind !== 'batch-norm'),
    };
    const fresh = initialWeights(network, 2);
    const trainer = await engine.createTrainer(network, fresh, { seed: 1 });
    const probabilities = await trainer.classify(batch.images);
    const { loss, accuracy } = await trainer.step(batch, 0.1);
    trainer.dispose();

    const rows = Array.from(batch.labels, (label, index) => ({
      label,
      row: probabilities.subarray(index * 10, index * 10 + 10),
    }));
    const crossEntropy = rows.reduce((sum, { label, row }) => sum - Math.log(row[label]), 0) / 32;
    const right = rows.filter(({ label, row }) => row.indexOf(Math.max(...row)) === label).length;
    expect(loss).toBeCloseTo(crossEntropy, 5);
    expect(accuracy).toBe(right / 32);
  });

  test('takes a batch of one sample', async () => {
    const trainer = await engine.createTrainer(smallNetwork, weights, { seed: 1 });
    const { loss } = await trainer.step(separableBatch(1, 1), 0.001);
    expect(loss).toBeGreaterThan(0);
    const values = [...(await trainer.readWeights()).values()];
    expect(values.every((tensor) => tensor.every(Number.isFinite))).toBe(true);
    trainer.dispose();
  });

  test('reports a loss that is no number', async () => {
    const broken = new Map(weights).set('digits/bias', new Float32Array(10).fill(Number.NaN));
    const trainer = await engine.createTrainer(smallNetwork, broken, { seed: 1 });
    expect((await trainer.step(batch, 0.001)).loss).toBeNaN();
    trainer.dispose();
  });

  test('comes to such a loss by a learning rate that is far too high', async () => {
    const trainer = await engine.createTrainer(smallNetwork, weights, { seed: 1 });
    const losses: number[] = [];
    for (let step = 0; step < 5; step++) losses.push((await trainer.step(batch, 1e30)).loss);
    expect(losses.at(-1)).toBeNaN();
    trainer.dispose();
  });

  test('holds no more tensors after many steps, and none when disposed of', async () => {
    const before = tf.memory().numTensors;
    const trainer = await engine.createTrainer(smallNetwork, weights, { seed: 1 });
    const held = tf.memory().numTensors;
    expect(held - before).toBe(weights.size);
    for (let step = 0; step < 5; step++) await trainer.step(batch, 0.001);
    await trainer.classify(batch.images);
    await trainer.writeWeights(weights);
    expect(tf.memory().numTensors).toBe(held);
    trainer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
