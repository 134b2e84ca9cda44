import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { encodeSavedModel } from '../../../src/engine/native/encode-saved-model.js';
import { dataTypes } from '../../../src/engine/native/graph/graph.js';
import { initialWeights } from '../../../src/model/weights.js';
import { judge, largestDifference, patterns, varied } from '../../model/formats/fixtures.js';
import { describeNative } from './native.js';

const weights = initialWeights(varied, 8);
const folder = mkdtempSync(join(tmpdir(), 'digitscope-saved-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a SavedModel names what it takes and gives', () => {
  const text = Buffer.from(encodeSavedModel(varied, weights)).toString('latin1');
  for (const name of ['serve', 'serving_default', 'tensorflow/serving/predict']) {
    expect(text).toContain(name);
  }
});

await describeNative('a SavedModel in TensorFlow', ({ binding }) => {
  test('answers as the layers that it was made of, without variables beside it', async () => {
    writeFileSync(join(folder, 'saved_model.pb'), encodeSavedModel(varied, weights));
    const images = patterns(1 / 255);
    const session = binding.loadSavedModel(folder, 'serve');
    const input = binding.createTensor([6, 28, 28, 1], dataTypes.float32, images);
    const [{ id }] = binding.runSavedModel(session, [input], 'images:0', 'probabilities:0');
    const answers = binding.tensorDataSync(id);
    for (const tensor of [input, id]) binding.deleteTensor(tensor);
    binding.deleteSavedModel(session);
    expect(largestDifference(answers, await judge(varied, weights, images))).toBeLessThan(1e-5);
  });
});
