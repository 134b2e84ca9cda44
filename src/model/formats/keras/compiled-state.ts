import type { Network } from '../../network.js';

/** Adam as it trains here, at Keras's own learning rate, in the words that all versions read. */
export const adamConfig = {
  name: 'adam',
  learning_rate: 0.001,
  beta_1: 0.9,
  beta_2: 0.999,
  epsilon: 1e-7,
  amsgrad: false,
} as const;

/** The loss that a network is trained by: of digits as labels, and of logits where it ends in them. */
export function lossOf({ layers }: Network): 'sparse_categorical_crossentropy' | Described {
  const last = layers[layers.length - 1];
  const endsInSoftmax = 'activation' in last && last.activation === 'softmax';
  if (endsInSoftmax) return 'sparse_categorical_crossentropy';
  return {
    class_name: 'SparseCategoricalCrossentropy',
    config: { name: 'sparse_categorical_crossentropy', from_logits: true },
  };
}

interface Described {
  class_name: string;
  config: Record<string, unknown>;
}
