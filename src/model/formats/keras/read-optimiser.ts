import type { Network } from '../../network.js';
import type { OptimiserState } from '../../optimiser-state.js';
import { parametersOf } from '../../parameters.js';
import type { ImportedModel } from '../imported-model.js';
import type { StoredTensor } from '../stored-tensor.js';
import type { KerasNetwork } from './network-of.js';

/** What a file keeps of an optimiser. */
export interface StoredOptimiser {
  /** Keras's name of it or of its class: `adam`, `AdamW`. */
  name: string | undefined;
  /** In the order of the file. */
  variables: readonly StoredTensor[];
  /** Both moments of each weight together, or the first ones of all before the second ones. */
  order: 'paired' | 'apart';
}

/** What an imported model has of its optimiser, and the note that tells where that is nothing. */
export function readOptimiser(
  { network, notes }: KerasNetwork,
  stored: StoredOptimiser | undefined,
): Pick<ImportedModel, 'optimiser' | 'notes'> {
  if (!stored) return { notes };
  const optimiser = stateOf(network, stored);
  return optimiser ? { optimiser, notes } : { notes: [...notes, leftOut] };
}

const leftOut = 'the state of its optimiser is not that of Adam for these weights, and is left out';

function stateOf(
  network: Network,
  { name, variables, order }: StoredOptimiser,
): OptimiserState | undefined {
  if (!/^(custom>)?adamw?$/i.test(name ?? '')) return undefined;
  // The steps, and in version 3 the learning rate, come before the moments.
  const counters = variables.filter(({ shape }) => shape.length === 0);
  const stored = variables.filter(({ shape }) => shape.length > 0);
  const trainable = parametersOf(network).filter((parameter) => parameter.trainable);
  if (counters.length === 0 || stored.length !== trainable.length * 2) return undefined;

  const moments = new Map<string, Float32Array>();
  for (const [place, parameter] of trainable.entries()) {
    const pair =
      order === 'paired'
        ? stored.slice(place * 2, place * 2 + 2)
        : [stored[place], stored[place + trainable.length]];
    if (pair.some(({ shape }) => shape.join() !== parameter.shape.join())) return undefined;
    const [first, second] = pair.map((tensor) => tensor.read());
    if (![first, second].every((values) => values.every(Number.isFinite))) return undefined;
    moments.set(`${parameter.name}/first`, first);
    moments.set(`${parameter.name}/second`, second);
  }
  const [steps] = counters[0].read();
  return Number.isInteger(steps) && steps >= 0 ? { steps, moments } : undefined;
}
