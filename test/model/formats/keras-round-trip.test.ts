import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temper } from '../../../src/core/analysis/temperature.js';
import { loadDataset } from '../../../src/dataset/load-dataset.js';
import { encodeSavedModel } from '../../../src/engine/native/encode-saved-model.js';
import { openPortable } from '../../../src/engine/portable/open-portable.js';
import type { ExportedModel } from '../../../src/model/formats/exported-model.js';
import { readModelFile } from '../../../src/model/formats/read-model-file.js';
import { writeModel } from '../../../src/model/formats/write-model.js';
import { digitNetwork, type Network } from '../../../src/model/network.js';
import { decodeSafetensors } from '../../../src/model/safetensors.js';
import { initialWeights } from '../../../src/model/weights.js';
import { largestDifference, lively, varied } from './fixtures.js';

/** A Python with TensorFlow and Keras 3; recorded fixtures stand in for it elsewhere. */
const python = process.env.DIGITSCOPE_PYTHON;
const partner = fileURLToPath(new URL('keras_partner.py', import.meta.url));
const shipped = fileURLToPath(new URL('../../../models/mnist-fast/', import.meta.url));

if (!python) {
  console.warn('round trips through Keras: skipped, DIGITSCOPE_PYTHON names no Python with Keras');
}

describe.skipIf(!python)('a thousand images of MNIST, there and back', () => {
  let folder: string;
  let images: Uint8Array;
  const place = (name: string) => join(folder, name);
  const ask = (command: 'make' | 'predict', ...args: string[]): Record<string, Found> => {
    const all = [partner, command, folder, place('images.u8'), ...args];
    const said = execFileSync(python ?? '', all, { encoding: 'utf8', stdio: 'pipe' });
    return JSON.parse(said.trim().split('\n').at(-1) ?? '');
  };
  const floats = (name: string) =>
    new Float32Array(Uint8Array.from(readFileSync(place(name))).buffer);
  const classify = async ({ network, weights, temperature = 1 }: ExportedModel) => {
    const classifier = await (await openPortable()).createClassifier(network, weights);
    try {
      return temper(await classifier.classify(images), temperature);
    } finally {
      classifier.dispose();
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'digitscope-round-trip-'));
    images = (await loadDataset('mnist:test')).images.slice(0, 1000 * 784);
    writeFileSync(place('images.u8'), images);
    ask('make');
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['made.h5', 'made.keras'])('%s of Keras answers here as there', async (name) => {
    const { network, weights, optimiser } = await readModelFile(place(name), undefined);
    const answers = await classify({ name, network, weights });
    expect(largestDifference(answers, floats('made.f32'))).toBeLessThan(1e-5);
    expect(optimiser?.steps).toBe(64);
  });

  it('what goes out answers there as here, whatever its layers and its format', async () => {
    const models = [shippedModel(), await madeModel(), ofOwn(varied), ofOwn(lively)];
    for (const model of models) {
      for (const [format, ending] of endings) {
        await writeModel(place(model.name + ending), format, model, encodeSavedModel);
      }
    }
    const names = models.flatMap(({ name }) => endings.map(([, ending]) => name + ending));
    const found = ask('predict', ...names);
    for (const model of models) {
      const answers = await classify(model);
      for (const [format, ending] of endings) {
        const name = model.name + ending;
        if (found[name].missing) {
          console.warn(`${name} was not tried: this Python has no ${found[name].missing}`);
          continue;
        }
        expect([name, largestDifference(answers, floats(`${name}.f32`)) < 1e-5]).toEqual([
          name,
          true,
        ]);
        if (format !== 'h5' && format !== 'keras') continue;
        const steps = format === 'keras' ? (model.optimiser?.steps ?? 0) : 0;
        expect(found[name]).toEqual({
          optimizer: 'Adam',
          loss: 'sparse_categorical_crossentropy',
          steps,
          stepsAfter: steps + 1,
        });
      }
    }
  }, 300_000);

  async function madeModel(): Promise<ExportedModel> {
    const { network, weights, optimiser } = await readModelFile(place('made.keras'), undefined);
    return { name: 'made-again', network, weights, optimiser };
  }
});

interface Found {
  missing?: string;
  optimizer?: string;
  loss?: string;
  steps?: number;
  stepsAfter?: number;
}

const endings = [
  ['h5', '.h5'],
  ['keras', '.keras'],
  ['savedmodel', '-saved'],
  ['onnx', '.onnx'],
] as const;

function shippedModel(): ExportedModel {
  const weights = decodeSafetensors(
    digitNetwork,
    readFileSync(join(shipped, 'weights.safetensors')),
    'mnist-fast',
  );
  const { temperature } = JSON.parse(readFileSync(join(shipped, 'card.json'), 'utf8'));
  return { name: 'mnist-fast', network: digitNetwork, weights, temperature };
}

function ofOwn(network: Network): ExportedModel {
  return { name: network.name, network, weights: initialWeights(network, 5), temperature: 0.8 };
}
