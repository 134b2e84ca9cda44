import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { fitImages } from '../../../src/engine/fit-images.js';
import type { Binding } from '../../../src/engine/native/binding.js';
import { imagesFeed } from '../../../src/engine/native/classify.js';
import { gradientsOf } from '../../../src/engine/native/gradients.js';
import { fetched, mean } from '../../../src/engine/native/graph/arithmetic.js';
import { crossEntropy, oneHot } from '../../../src/engine/native/graph/classes.js';
import { Graph } from '../../../src/engine/native/graph/graph.js';
import { constant, int32s } from '../../../src/engine/native/graph/sources.js';
import { forward, imagesInput } from '../../../src/engine/native/network-graph.js';
import { Session } from '../../../src/engine/native/session.js';
import { parametersOf } from '../../../src/model/parameters.js';
import type { Weights } from '../../../src/model/weights.js';
import { layersModel, trainableOf } from '../portable/layers-model.js';
import { separableBatch } from '../portable/samples.js';
import { describeNative } from './native.js';
import { largestDifference, steadyNetwork, stirredWeights } from './values.js';

const network = steadyNetwork;
const trainable = parametersOf(network).filter((parameter) => parameter.trainable);
const weights = stirredWeights(network, 5);
const { images, labels } = separableBatch(7, 11);

await describeNative('the gradient of the loss', async ({ binding }) => {
  const ours = graphGradients(binding);
  const theirs = await layersGradients();

  test.each(trainable.map(({ name }) => name))('%s is that of TensorFlow.js layers', (name) => {
    expect(largestDifference(ours.get(name), theirs.get(name))).toBeLessThan(1e-4);
  });

  test('is large against what is allowed for', () => {
    const zero = new Float32Array(10);
    expect(largestDifference(ours.get('digits/bias'), zero)).toBeGreaterThan(0.01);
  });
});

function graphGradients(binding: Binding): Weights {
  const graph = new Graph();
  const values = new Map(
    parametersOf(network).map(({ name, shape }) => [
      name,
      constant(graph, weights.get(name) ?? new Float32Array(0), shape),
    ]),
  );
  const mode = { kind: 'training', seed: int32s(graph, 0, 0) } as const;
  const { logits } = forward(network, imagesInput(graph, network), values, mode);
  const loss = mean(crossEntropy(logits, oneHot(int32s(graph, ...labels), 10)));
  const sources = trainable.flatMap(({ name }) => values.get(name) ?? []);
  const gradients = gradientsOf(loss, sources);
  const names = gradients.map((gradient) => fetched('gradient', gradient, []).node.name);
  const session = new Session(binding, graph);
  const fetchedValues = session.run([imagesFeed(network, images)], names);
  session.close();
  return new Map(
    trainable.map(({ name }, place) => [name, Float32Array.from(fetchedValues[place])]),
  );
}

async function layersGradients(): Promise<Weights> {
  await tf.setBackend('cpu');
  const model = layersModel(network, weights);
  const variables = trainableOf(network, model);
  const { grads } = tf.variableGrads(() => {
    const x = tf.div(
      tf.tensor4d(fitImages(network, images), [labels.length, ...network.input], 'int32'),
      255,
    );
    const targets = tf.oneHot(tf.tensor1d(labels, 'int32'), 10);
    const logProbabilities = tf.log(model.apply(x, { training: true }) as tf.Tensor);
    return tf.div(tf.neg(tf.sum(tf.mul(targets, logProbabilities))), labels.length);
  }, [...variables.values()]);
  return new Map(
    [...variables].map(([name, variable]) => [name, grads[variable.name].dataSync<'float32'>()]),
  );
}
