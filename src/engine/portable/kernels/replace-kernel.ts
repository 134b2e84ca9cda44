import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/** What a kernel is called with. The library's types say less than it passes. */
export interface KernelCall<Inputs, Attributes> {
  inputs: Inputs;
  attrs: Attributes;
  backend: BackendWasm;
}

export type Kernel<Inputs, Attributes> = (call: KernelCall<Inputs, Attributes>) => tf.TensorInfo;

/**
 * Registers a kernel of the WebAssembly backend in the place of the library's own, if it has one.
 *
 * @param make gets the library's own, to fall back on
 */
export function replaceKernel<Inputs, Attributes>(
  name: string,
  make: (own: Kernel<Inputs, Attributes>) => Kernel<Inputs, Attributes>,
): void {
  const own = tf.getKernel(name, 'wasm');
  if (own) tf.unregisterKernel(name, 'wasm');
  const kernel = make(own?.kernelFunc as unknown as Kernel<Inputs, Attributes>);
  tf.registerKernel({
    kernelName: name,
    backendName: 'wasm',
    kernelFunc: kernel as unknown as tf.KernelFunc,
    // The library's set-up binds the compiled function that its own kernel calls.
    setupFunc: own?.setupFunc,
    disposeFunc: own?.disposeFunc,
  });
}
