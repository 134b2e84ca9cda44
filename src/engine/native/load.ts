import { createRequire } from 'node:module';
import { join } from 'node:path';
import nodeUtil from 'node:util';
import type * as tfCore from '@tensorflow/tfjs-core';
import type * as tfLayers from '@tensorflow/tfjs-layers';
import { Problem } from '../../core/problem.js';
import { locateNative } from './setup/locate.js';

/** One signature of a SavedModel; signatures of one folder share a TensorFlow session. */
export interface LoadedSignature {
  predict(
    inputs: tfCore.Tensor | tfCore.Tensor[] | tfCore.NamedTensorMap,
  ): tfCore.Tensor | tfCore.Tensor[] | tfCore.NamedTensorMap;
  dispose(): void;
}

/**
 * What we use of @tensorflow/tfjs-node. Said here and not imported, because the package is
 * optional: types must check where it is absent.
 */
export type TfNode = typeof tfCore &
  typeof tfLayers & {
    node: {
      loadSavedModel(path: string, tags?: string[], signature?: string): Promise<LoadedSignature>;
      /** Decodes a JPEG, PNG, GIF or BMP to int32 [height, width, channels]. */
      decodeImage(
        content: Uint8Array,
        channels?: number,
        dtype?: string,
        expandAnimations?: boolean,
      ): tfCore.Tensor3D | tfCore.Tensor4D;
    };
  };

/**
 * TensorFlow with its native library, in this process.
 *
 * @throws Problem where the native library is not installed or does not load
 */
export function loadNative(): TfNode {
  return requireNative('dist/index.js') as TfNode;
}

/**
 * A file of the tfjs-node package that `loadNative` uses, such as `dist/proto/api_pb.js`.
 *
 * @throws Problem as `loadNative`
 */
export function requireNative(path: string): unknown {
  const found = locateNative();
  if (found.base === undefined) throw unavailable(found.reason);
  // TensorFlow reads this when it is loaded; at 2 it prints errors only.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  restoreNullCheck();
  return withoutDeprecations(() => {
    try {
      return createRequire(import.meta.url)(join(found.base, path));
    } catch (cause) {
      throw unavailable('it does not load', cause);
    }
  });
}

function unavailable(reason: string, cause?: unknown): Problem {
  return new Problem(`the native library of TensorFlow cannot be used: ${reason}`, {
    remedy: 'run `digitscope engine install`, or use the portable engine',
    cause,
  });
}

/** Node 23 took away `util.isNullOrUndefined`, and 22 warns of it; tfjs-node calls it in its kernels. */
function restoreNullCheck(): void {
  Object.assign(nodeUtil, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
  });
}

/** Its dependencies use modules that Node warns of, which is nothing a person here can act on. */
function withoutDeprecations<T>(work: () => T): T {
  const before = process.noDeprecation;
  process.noDeprecation = true;
  try {
    return work();
  } finally {
    process.noDeprecation = before;
  }
}
