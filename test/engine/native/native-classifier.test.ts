import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { model as createModel, type LayersModel } from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { digitNetwork } from '../../../src/model/network.js';
import { layersModel } from '../portable/layers-model.js';
import { separableBatch } from '../portable/samples.js';
import { describeNative } from './native.js';
import { largestDifference, stirredWeights } from './values.js';

const weights = stirredWeights(digitNetwork, 3);

await describeNative('the native classifier', ({ engine, binding }) => {
  test('gives the probabilities of TensorFlow.js layers', async () => {
    const { images } = separableBatch(3, 1);
    const classifier = await engine.createClassifier(digitNetwork, weights);
    const ours = await classifier.classify(images);
    classifier.dispose();

    await tf.setBackend('cpu');
    const x = tf.div(tf.tensor4d(images, [3, 28, 28, 1], 'int32'), 255);
    const theirs = layersModel(digitNetwork, weights).predict(x) as tf.Tensor;
    expect(largestDifference(ours, theirs.dataSync())).toBeLessThan(1e-5);
  });

  test('gives the convolutions of TensorFlow.js layers', async () => {
    const { images } = separableBatch(1, 1);
    const classifier = await engine.createClassifier(digitNetwork, weights);
    const ours = await classifier.convolutions(images);
    classifier.dispose();

    await tf.setBackend('cpu');
    const x = tf.div(tf.tensor4d(images, [1, 28, 28, 1], 'int32'), 255);
    const model = layersModel(digitNetwork, weights);
    expect(ours.map(({ name, shape }) => [name, ...shape])).toEqual([
      ['conv1', 26, 26, 32],
      ['conv2', 11, 11, 64],
      ['conv3', 3, 3, 128],
    ]);
    for (const { name, values } of ours) {
      const theirs = outputOf(model, name, x);
      expect(largestDifference(values, theirs.dataSync())).toBeLessThan(1e-4);
    }
  });

  test('answers any number of images in their order', async () => {
    const { images } = separableBatch(1003, 2);
    const classifier = await engine.createClassifier(digitNetwork, weights);
    const all = await classifier.classify(images);
    const last = await classifier.classify(images.subarray(1002 * 784));
    const none = await classifier.classify(new Uint8Array(0));
    classifier.dispose();

    expect(all).toHaveLength(10_030);
    expect(largestDifference(all.subarray(10_020), last)).toBeLessThan(1e-5);
    expect(none).toHaveLength(0);
  });

  test('lets the event loop turn between two chunks', async () => {
    const { images } = separableBatch(1001, 2);
    const classifier = await engine.createClassifier(digitNetwork, weights);
    const order: string[] = [];
    setImmediate(() => order.push('another message'));
    await classifier.classify(images).then(() => order.push('answer'));
    classifier.dispose();
    expect(order).toEqual(['another message', 'answer']);
  });

  test('refuses weights of another network, in a line', async () => {
    const others = new Map(weights).set('conv1/kernel', new Float32Array(3));
    await expect(engine.createClassifier(digitNetwork, others)).rejects.toThrow(
      'the weights of conv1/kernel do not fit the network',
    );
  });

  test('keeps no tensor', async () => {
    const { images } = separableBatch(5, 2);
    const before = binding.getNumOfTensors();
    const classifier = await engine.createClassifier(digitNetwork, weights);
    await classifier.classify(images);
    expect(binding.getNumOfTensors()).toBe(before);
    classifier.dispose();
  });
});

/** What a layer of the library's makes of images. */
function outputOf(model: LayersModel, layer: string, x: tf.Tensor): tf.Tensor {
  const { inputs } = model;
  const part = createModel({ inputs, outputs: model.getLayer(layer).output });
  return part.predict(x) as tf.Tensor;
}
