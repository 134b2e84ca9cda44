import type { Network } from '../../network.js';
import { inputName, layersForKeras, type WrittenLayer } from './layers-for-keras.js';

/** A network as the Sequential of Keras 2, which version 3 and TensorFlow.js read too. */
export function sequential(name: string, network: Network) {
  const input = {
    class_name: 'InputLayer',
    config: { batch_input_shape: batchOf(network.input), dtype: 'float32', name: inputName },
  };
  const layers = layersForKeras(network);
  const entries = layers.map(({ className, config }) => ({ class_name: className, config }));
  return {
    layers,
    description: { class_name: 'Sequential', config: { name, layers: [input, ...entries] } },
  };
}

/** A network as the Sequential of Keras 3, as `.keras` has it. */
export function sequentialOfKeras3(name: string, network: Network) {
  const input = entry('InputLayer', {
    batch_shape: batchOf(network.input),
    dtype: 'float32',
    name: inputName,
  });
  const layers = layersForKeras(network);
  const shape = batchOf(network.input);
  const entries = layers.map((layer) => ({
    ...entry(layer.className, configOfKeras3(layer)),
    build_config: { input_shape: batchOf(layer.input) },
  }));
  const config = {
    name,
    trainable: true,
    dtype: 'float32',
    layers: [input, ...entries],
    build_input_shape: shape,
  };
  return {
    layers,
    description: {
      ...entry('Sequential', config, 'keras'),
      build_config: { input_shape: shape },
    },
  };
}

function entry(className: string, config: object, module = 'keras.layers') {
  return { module, class_name: className, config, registered_name: null };
}

function configOfKeras3({ className, config }: WrittenLayer): object {
  if (className !== 'LeakyReLU') return config;
  const { alpha, ...rest } = config;
  return { ...rest, negative_slope: alpha };
}

function batchOf(shape: readonly number[]): (number | null)[] {
  return [null, ...shape];
}
