import type { Engine } from '../engine.js';
import { loadBinding } from './binding.js';
import { createNativeClassifier } from './native-classifier.js';
import { createNativeTrainer } from './native-trainer.js';

/**
 * The engine that runs graphs, written from the network's layers, in sessions of TensorFlow.
 *
 * @throws Problem where the native library is not installed or does not load
 */
export async function openNative(): Promise<Engine> {
  const binding = loadBinding();
  return {
    kind: 'native',
    version: `TensorFlow ${binding.TF_Version}`,
    createClassifier: async (network, weights) => createNativeClassifier(binding, network, weights),
    createTrainer: async (network, weights, options) =>
      createNativeTrainer(binding, network, weights, options),
  };
}
