import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// For its gradients of the operations: the core package has them in no file that Node can import.
import '@tensorflow/tfjs-layers';
import { Problem } from '../../core/problem.js';
import { replaceAvgPoolGrad } from './kernels/avg-pool-grad.js';
import { registerConv2DBackpropFilter } from './kernels/conv2d-backprop-filter.js';
import { replaceConv2DBackpropInput } from './kernels/conv2d-backprop-input.js';
import { replaceMatMul } from './kernels/mat-mul.js';
import { replaceMaxPoolGrad } from './kernels/max-pool-grad.js';
import { replaceSum } from './kernels/sum.js';

/**
 * Makes WebAssembly the backend of TensorFlow.js in this process, with our kernels in it.
 * Whether the processor has SIMD the library finds out by itself.
 *
 * @throws Problem where the WebAssembly module cannot be started
 */
export async function loadBackend(): Promise<void> {
  // Else the library may print notices, such as advice to install another package.
  tf.enableProdMode();
  const require = createRequire(import.meta.url);
  setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  const started = await keepingErrorHandlers(() => tf.setBackend('wasm'));
  if (!started) {
    throw new Problem('the WebAssembly engine does not start', {
      remedy: 'run `npm install` again where Digitscope is installed',
    });
  }
  replaceAvgPoolGrad();
  registerConv2DBackpropFilter();
  replaceConv2DBackpropInput();
  replaceMatMul();
  replaceMaxPoolGrad();
  replaceSum();
}

/**
 * The module's loader registers handlers of uncaught errors that throw them again, so that the
 * process would die with a trace of the loader before our own handlers could speak.
 */
async function keepingErrorHandlers<Result>(load: () => Promise<Result>): Promise<Result> {
  const events = ['uncaughtException', 'unhandledRejection'];
  const before = events.map((event) => process.rawListeners(event));
  const result = await load();
  for (const [index, event] of events.entries()) {
    for (const listener of process.rawListeners(event)) {
      if (!before[index].includes(listener)) process.off(event, listener as () => void);
    }
  }
  return result;
}
