import { defaultSettings } from '../../src/core/settings.js';
import type { NewCard, TrainingFacts } from '../../src/model/card.js';
import { digitNetwork, type Network } from '../../src/model/network.js';

/** The card of a model that was trained on MNIST. */
export function newCard(
  name: string,
  change: Partial<NewCard> = {},
  training: Partial<TrainingFacts> = {},
): NewCard {
  return {
    name,
    network: digitNetwork.name,
    parameters: 242_954,
    created: '2026-01-01T00:00:00.000Z',
    program: 'digitscope 0.1.0',
    training: {
      name,
      command: 'digitscope train --data mnist',
      engine: 'TensorFlow 2.15.1',
      data: { source: 'mnist', train: 48_000, validation: 12_000 },
      settings: defaultSettings,
      epochs: 3,
      bestEpoch: 2,
      seconds: 20,
      train: { loss: 0.1, accuracy: 0.97 },
      validation: { loss: 0.05, accuracy: 0.98 },
      ...training,
    },
    ...change,
  };
}

/** Ten outputs of all pixels: 7,850 parameters. */
export function smallNetwork(name: string): Network {
  return {
    name,
    input: [28, 28, 1],
    layers: [
      { kind: 'flatten', name: 'flatten' },
      { kind: 'dense', name: 'digits', units: 10, activation: 'softmax' },
    ],
  };
}
