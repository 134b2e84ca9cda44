import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModelFile } from '../../../src/model/formats/read-model-file.js';
import { initialWeights } from '../../../src/model/weights.js';
import { judge, largestDifference, patterns } from './fixtures.js';

interface Saved {
  modelTopology?: object | ArrayBuffer;
  weightSpecs?: { name: string; shape: number[]; dtype: string }[];
  weightData?: ArrayBuffer | ArrayBuffer[];
}

describe('a model that TensorFlow.js saved', () => {
  let folder: string;
  let saved: Saved;
  let expected: Float32Array;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'digitscope-layers-'));
    await tf.setBackend('cpu');
    const model = sequential({
      name: 'browser',
      layers: [
        layers.conv2d({ inputShape: [28, 28, 1], filters: 3, kernelSize: 5, activation: 'relu' }),
        layers.batchNormalization(),
        layers.maxPooling2d({ poolSize: 4 }),
        layers.flatten(),
        layers.dropout({ rate: 0.2 }),
        layers.dense({ units: 10, activation: 'softmax' }),
      ],
    });
    const images = tf.tensor4d(patterns(1 / 255), [6, 28, 28, 1]);
    expected = (model.predict(images) as tf.Tensor).dataSync<'float32'>();
    await model.save({
      save: async (artifacts) => {
        saved = artifacts as Saved;
        return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
      },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The files that the library writes to a folder, cut anywhere. */
  const write = (name: string, { shards, manifest }: { shards: Buffer[]; manifest: object[] }) => {
    mkdirSync(join(folder, name));
    const paths = shards.map((bytes, place) => {
      writeFileSync(join(folder, name, `part${place}.bin`), bytes);
      return `part${place}.bin`;
    });
    const text = JSON.stringify({
      format: 'layers-model',
      generatedBy: 'TensorFlow.js tfjs-layers v4.22.0',
      modelTopology: saved.modelTopology,
      weightsManifest: [{ paths, weights: manifest }],
    });
    writeFileSync(join(folder, name, 'model.json'), text);
    return join(folder, name);
  };
  const bytes = () =>
    Buffer.concat([saved.weightData ?? []].flat().map((part) => Buffer.from(part)));

  it('answers here as it did there, in one file or three', async () => {
    const all = bytes();
    for (const shards of [[all], [all.subarray(0, 5), all.subarray(5, 6), all.subarray(6)]]) {
      const place = write(`in${shards.length}`, { shards, manifest: saved.weightSpecs ?? [] });
      const { network, weights, origin } = await readModelFile(place, undefined);
      expect(origin.by).toBe('TensorFlow.js tfjs-layers v4.22.0');
      const answers = await judge(network, weights, patterns(1 / 255));
      expect(largestDifference(answers, expected)).toBeLessThan(1e-6);
    }
  });

  it.each([
    ['uint8', 1, 0.01],
    ['uint16', 2, 1e-4],
    ['float16', 2, 1e-3],
  ] as const)('is made whole again from %s', async (dtype, width, tolerance) => {
    const { network, weights } = await readModelFile(join(folder, 'in1'), undefined);
    const fresh = initialWeights(network, 9);
    const parts: Buffer[] = [];
    const manifest = (saved.weightSpecs ?? []).map(({ name, shape }) => {
      const values = fresh.get(name.replace('moving_', 'moving-')) ?? new Float32Array();
      const [min, max] = [Math.min(...values), Math.max(...values)];
      const scale = (max - min) / (2 ** (8 * width) - 1) || 1;
      const packed = Buffer.alloc(values.length * width);
      values.forEach((value, at) => {
        const whole = dtype === 'float16' ? halfOf(value) : Math.round((value - min) / scale);
        packed.writeUIntLE(whole, at * width, width);
      });
      parts.push(packed);
      const quantization = dtype === 'float16' ? { dtype } : { dtype, scale, min };
      return { name, shape, dtype: 'float32', quantization };
    });
    const place = write(dtype, { shards: [Buffer.concat(parts)], manifest });
    const back = await readModelFile(place, undefined);
    for (const name of weights.keys()) {
      expect(largestDifference(back.weights.get(name) ?? [], fresh.get(name) ?? [])).toBeLessThan(
        tolerance,
      );
    }
  });
});

/** Bits of the half float nearest to zero's side of a value below 2. */
function halfOf(value: number): number {
  const size = Math.abs(value);
  const sign = value < 0 ? 0x8000 : 0;
  if (size < 2 ** -14) return sign | Math.floor(size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  return sign | ((exponent + 15) << 10) | Math.floor((size / 2 ** exponent - 1) * 1024);
}
