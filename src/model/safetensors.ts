import type { Network } from './network.js';
import { parametersOf } from './parameters.js';
import { damaged, decodeTensorFile, encodeTensorFile, type Tensor } from './tensor-file.js';
import type { Weights } from './weights.js';

/** The weights of a network as a file of tensors (`tensor-file.ts`), in the network's order. */
export function encodeSafetensors(network: Network, weights: Weights): Buffer {
  return encodeTensorFile({ tensors: tensorsOf(network, weights) });
}

/**
 * Reads weights back and checks that they are the network's, whole and finite.
 *
 * @throws Problem where the bytes are not such a file or belong to another network
 */
export function decodeSafetensors(network: Network, bytes: Buffer, file: string): Weights {
  return weightsIn(network, decodeTensorFile(bytes, file).tensors, file);
}

/** Weights with the shapes that the network gives them. */
export function tensorsOf(network: Network, weights: Weights): Map<string, Tensor> {
  return new Map(
    parametersOf(network).map(({ name, shape }) => {
      const values = weights.get(name);
      if (!values) throw new Error(`weights lack ${name}`);
      return [name, { shape, values }];
    }),
  );
}

/** @throws Problem where a weight of the network is missing, or has another shape */
export function weightsIn(
  network: Network,
  tensors: ReadonlyMap<string, Tensor>,
  file: string,
): Weights {
  return new Map(
    parametersOf(network).map(({ name, shape }) => {
      const tensor = tensors.get(name);
      if (!tensor) throw damaged(file, `has no ${name}`);
      if (tensor.shape.join() !== shape.join()) {
        throw damaged(file, `has ${name} in another shape`);
      }
      return [name, tensor.values];
    }),
  );
}
