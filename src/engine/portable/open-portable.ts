import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from '../engine.js';
import { classify, convolutions } from './classify.js';
import { loadBackend } from './load-backend.js';
import { PortableTrainer } from './trainer.js';
import { Variables } from './variables.js';

let loading: Promise<void> | undefined;

/**
 * The engine for machines where the native library cannot load: TensorFlow.js on WebAssembly.
 * It computes on the calling thread.
 *
 * @throws Problem where the WebAssembly module cannot be started
 */
export async function openPortable(): Promise<Engine> {
  loading ??= loadBackend();
  await loading;
  return {
    kind: 'portable',
    version: `TensorFlow.js ${tf.version_core} (WebAssembly)`,
    createClassifier: async (network, weights) => {
      const variables = new Variables(network, weights);
      return {
        classify: (images) => classify(network, variables, images),
        convolutions: async (image) => convolutions(network, variables, image),
        dispose: () => variables.dispose(),
      };
    },
    createTrainer: async (network, weights, options) =>
      new PortableTrainer(network, weights, options),
  };
}
