import { Problem } from '../core/problem.js';
import { layerWords } from '../model/layer-words.js';
import type { Layer, LayerOf } from '../model/network.js';

/** The layers that both engines run. */
export type KnownLayer =
  | { kind: 'conv'; name: string; kernel: number; activation: 'relu' }
  | { kind: 'max-pool'; name: string; size: number }
  | LayerOf<'batch-norm' | 'flatten' | 'dropout'>
  | { kind: 'dense'; name: string; activation: 'relu' | 'softmax' };

/** @throws Problem where the engines do not run the layer */
export function knownLayer(layer: Layer): KnownLayer {
  const plain = !('strides' in layer || 'padding' in layer || 'bias' in layer);
  if (plain && isKnown(layer)) return layer;
  throw new Problem(`layer ${layer.name} (${layerWords(layer)}) cannot be run`, {
    remedy: 'use a model without it',
  });
}

function isKnown(layer: Layer): layer is Layer & KnownLayer {
  switch (layer.kind) {
    case 'conv':
      return typeof layer.kernel === 'number' && layer.activation === 'relu';
    case 'max-pool':
      return typeof layer.size === 'number';
    case 'dense':
      return layer.activation === 'relu' || layer.activation === 'softmax';
    case 'batch-norm':
      return layer.epsilon === undefined && layer.momentum === undefined;
    default:
      return layer.kind === 'flatten' || layer.kind === 'dropout';
  }
}
