import * as z from 'zod';
import type { Activation } from '../../network.js';
import { unsupported } from '../refusals.js';
import type { KerasLayer } from './keras-layer.js';

/** Keras's names of what we have; of two for one the first is written, which every version knows. */
const names: readonly (readonly [string, Activation])[] = [
  ['linear', 'none'],
  ['relu', 'relu'],
  ['relu6', 'relu6'],
  ['leaky_relu', 'leaky-relu'],
  ['elu', 'elu'],
  ['selu', 'selu'],
  ['gelu', 'gelu'],
  ['swish', 'silu'],
  ['silu', 'silu'],
  ['sigmoid', 'sigmoid'],
  ['tanh', 'tanh'],
  ['softplus', 'softplus'],
  ['softmax', 'softmax'],
];

/**
 * @param value what a layer's `activation` says: a name, or a description of a function
 * @throws Problem where it is another function than ours
 */
export function readActivation(value: unknown, layer: KerasLayer): Activation {
  if (value === undefined || value === null) return 'none';
  const name = nameOf(value, layer);
  const found = names.find(([keras]) => keras === name);
  if (!found) throw unsupported(layer, `since its activation is ${name}`);
  return found[1];
}

export function kerasActivation(activation: Activation): string {
  const found = names.find(([, ours]) => ours === activation);
  if (!found) throw new Error(`Keras has no ${activation}`);
  return found[0];
}

/** Keras 3 describes a function as an object where it is not one of its own. */
const described = z.object({ class_name: z.string(), config: z.unknown().optional() });

function nameOf(value: unknown, layer: KerasLayer): string {
  if (typeof value === 'string') return value;
  const parsed = described.safeParse(value);
  if (!parsed.success) throw unsupported(layer, 'since its activation cannot be read');
  const { class_name: className, config } = parsed.data;
  if (className === '__lambda__') throw unsupported(layer, 'since its activation is code');
  return className === 'function' && typeof config === 'string' ? config : className;
}
