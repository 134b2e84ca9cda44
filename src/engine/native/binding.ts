import { requireNative } from './load.js';

/**
 * What we call of tfjs-node's compiled part, which alone is loaded: TensorFlow.js above it would
 * cost 40 MB and put its own tensors between us and the session.
 * Tensors are numbers, valid until they are deleted; they share the memory of their array.
 */
export interface Binding {
  readonly TF_Version: string;
  createTensor(shape: readonly number[], dataType: number, values: TensorValues): number;
  deleteTensor(tensor: number): void;
  /** A copy of the values. */
  tensorDataSync(tensor: number): TensorValues;
  getNumOfTensors(): number;
  /** @param tags separated by commas */
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(session: number): void;
  /** Holds the thread until the run is done. @param fed @param fetched names separated by commas */
  runSavedModel(
    session: number,
    inputs: readonly number[],
    fed: string,
    fetched: string,
  ): { id: number }[];
}

export type TensorValues = Uint8Array | Float32Array | Int32Array;

/** @throws Problem where the native library is not installed or does not load */
export function loadBinding(): Binding {
  return requireNative('lib/napi-v8/tfjs_binding.node') as Binding;
}
