import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { forward } from '../../../src/engine/portable/forward.js';
import { imageTensor } from '../../../src/engine/portable/images.js';
import { loadBackend } from '../../../src/engine/portable/load-backend.js';
import { trainingMode } from '../../../src/engine/portable/training-mode.js';
import { Variables } from '../../../src/engine/portable/variables.js';
import type { Network } from '../../../src/model/network.js';
import { parametersOf } from '../../../src/model/parameters.js';
import { initialWeights } from '../../../src/model/weights.js';
import { layersModel, readLayersModel, trainableOf } from './layers-model.js';
import { onCpu } from './on-cpu.js';
import { separableBatch, smallNetwork } from './samples.js';

beforeAll(loadBackend);

/** The library moves its averages at the final momentum from the first step on. */
const lateStep = 10_000;

/** Two implementations cannot draw the same masks. */
const network: Network = {
  ...smallNetwork,
  layers: smallNetwork.layers.map((layer) =>
    layer.kind === 'dropout' ? { ...layer, rate: 0 } : layer,
  ),
};
const weights = initialWeights(network, 5);
const { images, labels } = separableBatch(7, 11);

function crossEntropy(logProbabilities: tf.Tensor): tf.Scalar {
  const targets = tf.oneHot(tf.tensor1d(labels, 'int32'), 10);
  return tf.div(tf.neg(tf.sum(tf.mul(targets, logProbabilities))), labels.length);
}

test('a pass in training gives the gradients and averages of the library’s layers', async () => {
  const variables = new Variables(network, weights);
  const trainable = new Map(
    parametersOf(network)
      .filter((parameter) => parameter.trainable)
      .map(({ name }) => [name, variables.get(name)]),
  );
  const { value, grads } = tf.variableGrads(() => {
    const x = imageTensor(network, images);
    return crossEntropy(tf.logSoftmax(forward(network, variables, x, trainingMode(1)(lateStep))));
  }, [...trainable.values()]);
  const ours = {
    loss: value.dataSync()[0],
    gradients: valuesOf(trainable, grads),
    weights: variables.read(),
  };
  const theirs = await onCpu(() => {
    const model = layersModel(network, weights);
    const trainable = trainableOf(network, model);
    const { value, grads } = tf.variableGrads(() => {
      const x = imageTensor(network, images);
      return crossEntropy(tf.log(model.apply(x, { training: true }) as tf.Tensor));
    }, [...trainable.values()]);
    return {
      loss: value.dataSync()[0],
      gradients: valuesOf(trainable, grads),
      weights: readLayersModel(network, model),
    };
  });

  expect(ours.loss).toBeCloseTo(theirs.loss, 5);
  expect([...ours.gradients.keys()]).toEqual([...theirs.gradients.keys()]);
  expect(distance(ours.gradients, theirs.gradients)).toBeLessThan(1e-4);
  expect(distance(ours.weights, theirs.weights)).toBeLessThan(1e-5);
  expect(distance(ours.weights, weights)).toBeGreaterThan(1e-3);
});

function valuesOf(variables: ReadonlyMap<string, tf.Variable>, grads: tf.NamedTensorMap): Values {
  return new Map([...variables].map(([name, variable]) => [name, grads[variable.name].dataSync()]));
}

type Values = ReadonlyMap<string, ArrayLike<number>>;

/** The largest difference between two values. */
function distance(some: Values, others: Values): number {
  let largest = 0;
  for (const [name, values] of some) {
    for (let index = 0; index < values.length; index++) {
      largest = Math.max(
        largest,
        Math.abs(values[index] - (others.get(name)?.[index] ?? Infinity)),
      );
    }
  }
  return largest;
}
