import * as z from 'zod';
import { unfit, unsupported } from '../refusals.js';
import { type Entry, nameOf } from './entry.js';

interface FunctionalConfig {
  layers: readonly Entry[];
  input_layers?: unknown;
  output_layers?: unknown;
}

/**
 * Puts the layers of a functional model in the order that an image passes them.
 *
 * @throws Problem where a layer has several inputs or is used several times, or the model has several
 * inputs or outputs
 */
export function chainOf(config: FunctionalConfig, file: string): Entry[] {
  const [input, ...otherInputs] = tensorsIn(config.input_layers);
  const [output, ...otherOutputs] = tensorsIn(config.output_layers);
  if (otherInputs.length > 0) throw unfit(file, 'it has several inputs');
  if (otherOutputs.length > 0) throw unfit(file, 'it has several outputs');

  const next = new Map<string, Entry>();
  for (const layer of config.layers) {
    const source = sourceOf(layer);
    if (source === undefined) continue;
    if (next.has(source)) throw unfit(file, `what layer ${source} makes goes to several layers`);
    next.set(source, layer);
  }
  const first = config.layers.find((layer) => nameOf(layer) === input);
  const chain: Entry[] = [];
  for (let at = first; at && chain.length < config.layers.length; at = next.get(nameOf(at))) {
    chain.push(at);
    if (nameOf(at) === output) return chain;
  }
  throw unfit(file, 'no chain of layers leads from its input to its output');
}

/** The layer that this one gets its input from, undefined for the first. */
function sourceOf(layer: Entry): string | undefined {
  const called = { name: nameOf(layer), className: layer.class_name };
  const nodes = layer.inbound_nodes ?? [];
  if (nodes.length > 1) throw unsupported(called, 'since it is used several times');
  const sources = tensorsIn(nodes[0]);
  if (sources.length > 1) throw unsupported(called, 'since it has several inputs');
  return sources[0];
}

/** `keras_history` of a tensor that Keras 3 names in a call. */
const kerasTensor = z.object({
  class_name: z.literal('__keras_tensor__'),
  config: z.object({ keras_history: z.tuple([z.string(), z.number(), z.number()]) }),
});

/** How deep lists lie in each other in one call; more is no call of a layer. */
const deepest = 8;

/** Names of the layers that made the tensors of one call, in the form of Keras 2 or 3. */
function tensorsIn(call: unknown, depth = 0): string[] {
  if (typeof call !== 'object' || call === null || depth > deepest) return [];
  if (Array.isArray(call)) {
    const [name, node, tensor] = call;
    const isTensor = [node, tensor].every((index) => typeof index === 'number');
    if (typeof name === 'string' && isTensor) return [name];
  }
  const parsed = kerasTensor.safeParse(call);
  if (parsed.success) return [parsed.data.config.keras_history[0]];
  return Object.values(call).flatMap((part) => tensorsIn(part, depth + 1));
}
