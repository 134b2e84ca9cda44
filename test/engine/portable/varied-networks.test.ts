import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/engine.js';
import { imageTensor } from '../../../src/engine/portable/images.js';
import { openPortable } from '../../../src/engine/portable/open-portable.js';
import type { Network } from '../../../src/model/network.js';
import { parseNetwork } from '../../../src/model/network-schema.js';
import type { Weights } from '../../../src/model/weights.js';
import { firstStep } from '../first-step.js';
import { distance, largestDifference, stirredWeights } from '../native/values.js';
import { variedNetworks } from '../varied-networks.js';
import { layersModel, trainableOf } from './layers-model.js';
import { onCpu } from './on-cpu.js';
import { separableBatch } from './samples.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openPortable();
});

const batch = separableBatch(6, 3);

/** The library has no ELU of another slope than 1. */
const known = variedNetworks.filter(({ name }) => !name.startsWith('elu of slope'));

describe.each(known)('a network with $name', (network) => {
  const weights = stirredWeights(network, 5);

  test('gives the probabilities of the library’s layers', async () => {
    const classifier = await engine.createClassifier(network, weights);
    const ours = await classifier.classify(batch.images);
    classifier.dispose();
    const theirs = await onCpu(() => {
      const images = imageTensor(network, batch.images);
      return probabilities(network, layersModel(network, weights).predict(images)).dataSync();
    });
    expect(largestDifference(ours, theirs)).toBeLessThan(1e-5);
  });

  // The library shares out the gradient of an average pool among zeros around an image, too.
  const comparable = network.name !== 'average pools';
  test.runIf(comparable)('has the gradients of the library’s layers', async () => {
    const { gradients } = await firstStep(engine, network, weights, batch);
    const theirs = await onCpu(() => libraryGradients(network, weights));
    expect([...gradients.keys()]).toEqual([...theirs.keys()]);
    expect(distance(gradients, theirs)).toBeLessThan(1e-4);
    expect(Math.max(...(gradients.get('digits/kernel') ?? []).map(Math.abs))).toBeGreaterThan(0.01);
  });
});

test('each of them is one that a network.json may describe', () => {
  for (const network of variedNetworks) {
    expect(parseNetwork(JSON.parse(JSON.stringify(network)), 'it')).toEqual(network);
  }
});

function libraryGradients(network: Network, weights: Weights): Weights {
  const model = layersModel(network, weights);
  const variables = trainableOf(network, model);
  const images = imageTensor(network, batch.images);
  const targets = tf.oneHot(tf.tensor1d(batch.labels, 'int32'), 10);
  const { grads } = tf.variableGrads(() => {
    const output = probabilities(network, model.apply(images, { training: true }));
    return tf.div(tf.neg(tf.sum(tf.mul(targets, tf.log(output)))), batch.labels.length);
  }, [...variables.values()]);
  return new Map(
    [...variables].map(([name, variable]) => [name, grads[variable.name].dataSync<'float32'>()]),
  );
}

/** What ends in another way than a softmax passes one all the same. */
function probabilities(network: Network, output: unknown): tf.Tensor {
  const last = network.layers[network.layers.length - 1];
  const ends = 'activation' in last && last.activation === 'softmax';
  return ends ? (output as tf.Tensor) : tf.softmax(output as tf.Tensor);
}
