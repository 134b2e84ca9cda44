import { setImmediate } from 'node:timers/promises';
import { averageMomentum, type Network } from '../../model/network.js';
import { parametersOf } from '../../model/parameters.js';
import type { Weights } from '../../model/weights.js';
import type { OptimiserState, Trainer, TrainerOptions } from '../engine.js';
import { allMomentsOf, freshOptimiser, momentValues } from '../moments.js';
import { sampleWeights } from '../sample-weights.js';
import { valuesOf } from '../weight-values.js';
import type { Binding } from './binding.js';
import { classifyWith, imagesFeed } from './classify.js';
import { type Feed, Session } from './session.js';
import { adamRate, readName, trainingGraph, writeName } from './training-graph.js';

/**
 * A trainer whose step is one run of one graph.
 *
 * @throws Problem where the weights are not the network's
 */
export function createNativeTrainer(
  binding: Binding,
  network: Network,
  weights: Weights,
  { seed, weightDecay = 0, classWeights }: TrainerOptions,
): Trainer {
  const parameters = parametersOf(network);
  const initial = weightFeeds(network, weights);
  const session = new Session(
    binding,
    trainingGraph(network, {
      decay: weightDecay > 0 ? 'weight decay' : 'none',
      weighting: classWeights ? 'by sample' : 'none',
    }),
  );
  session.run(
    [...initial, ...momentFeeds(network, freshOptimiser(network))],
    ['written', 'remembered'],
  );
  let steps = 0;

  /** By the names given, which nodes of the graph carry. */
  function read(tensors: readonly { name: string }[]): Weights {
    const values = session.run(
      [],
      tensors.map(({ name }) => readName(name)),
    );
    return new Map(tensors.map(({ name }, place) => [name, Float32Array.from(values[place])]));
  }

  return {
    async step({ images, labels }, learningRate) {
      steps++;
      const [metrics] = session.run(
        [
          imagesFeed(network, images),
          { name: 'labels', type: 'uint8', shape: [labels.length], values: labels },
          scalarFeed('rate', adamRate(learningRate, steps)),
          // That of a layer whose momentum is 1: the graph knows those of the layers.
          scalarFeed('share', 1 - averageMomentum(steps, 1)),
          ...(weightDecay > 0 ? [scalarFeed('decay', learningRate * weightDecay)] : []),
          ...(classWeights
            ? [vectorFeed('sample-weights', sampleWeights(labels, classWeights))]
            : []),
          { name: 'dropout-seed', type: 'int32', shape: [2], values: Int32Array.of(seed, steps) },
        ],
        ['step'],
      );
      await setImmediate();
      return { loss: metrics[0], accuracy: metrics[1] };
    },

    classify: (images) => classifyWith(session, network, images),

    readWeights: async () => read(parameters),

    async writeWeights(written) {
      session.run(weightFeeds(network, written), ['written']);
    },

    readOptimiser: async () => ({ steps, moments: read(allMomentsOf(network)) }),

    async writeOptimiser(state) {
      session.run(momentFeeds(network, state), ['remembered']);
      steps = state.steps;
    },

    dispose: () => session.close(),
  };
}

function weightFeeds(network: Network, weights: Weights): Feed[] {
  return parametersOf(network).map((parameter) => ({
    name: writeName(parameter.name),
    type: 'float32',
    shape: parameter.shape,
    values: valuesOf(weights, parameter),
  }));
}

function momentFeeds(network: Network, state: OptimiserState): Feed[] {
  return allMomentsOf(network).map((moment) => ({
    name: writeName(moment.name),
    type: 'float32',
    shape: moment.shape,
    values: momentValues(state, moment),
  }));
}

function scalarFeed(name: string, value: number): Feed {
  return { name, type: 'float32', shape: [], values: Float32Array.of(value) };
}

function vectorFeed(name: string, values: Float32Array): Feed {
  return { name, type: 'float32', shape: [values.length], values };
}
