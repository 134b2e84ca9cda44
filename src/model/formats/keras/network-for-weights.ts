import type { Network } from '../../network.js';
import { parametersOf } from '../../parameters.js';
import { unfit } from '../refusals.js';
import type { KerasLayer } from './keras-layer.js';
import type { KerasNetwork } from './network-of.js';
import { createPlaces } from './places.js';

/**
 * What a file of weights alone has to hold for a network: as in Keras, layers are matched by their
 * order, whatever their names.
 *
 * @param weighted names of the file's layers that have weights, where it has names
 * @throws Problem where the file has more or fewer of them than the network
 */
export function networkForWeights(
  network: Network,
  weighted: readonly string[] | undefined,
  file: string,
): KerasNetwork {
  const names = [...new Set(parametersOf(network).map(({ layer }) => layer))];
  if (weighted && weighted.length !== names.length) {
    throw unfit(
      file,
      `it has weights of ${weighted.length} layers where ${network.name} has ${names.length}`,
    );
  }
  const placeOf = createPlaces();
  const sources = new Map<string, KerasLayer>();
  for (const { name, kind } of network.layers) {
    const className = classNames.get(kind);
    if (className === undefined) continue;
    const place = `layers/${placeOf({ class_name: className })}`;
    const outermost = weighted?.[names.indexOf(name)] ?? name;
    sources.set(name, { className, name: outermost, config: {}, outermost, place });
  }
  return { network, sources, notes: [] };
}

/** Of the layers that have weights. */
const classNames: ReadonlyMap<string, string> = new Map([
  ['conv', 'Conv2D'],
  ['batch-norm', 'BatchNormalization'],
  ['dense', 'Dense'],
]);
