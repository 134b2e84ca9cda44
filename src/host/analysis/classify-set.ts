import { imageBytes } from '../../dataset/dataset.js';
import type { Classifier } from '../../engine/engine.js';
import type { LoadProgress } from '../protocol.js';

/** Images between two words of progress, and two looks at whether it is cancelled. */
const stride = 2048;

/**
 * Classifies any number of images.
 *
 * @param images n × 784 bytes
 * @returns n × 10 probabilities
 * @throws the signal's reason where it is aborted
 */
export async function classifySet(
  classifier: Classifier,
  images: Uint8Array,
  {
    signal,
    onProgress,
  }: { signal?: AbortSignal; onProgress?: (progress: LoadProgress) => void } = {},
): Promise<Float32Array> {
  const total = images.length / imageBytes;
  const probabilities = new Float32Array(total * 10);
  for (let done = 0; done < total; done += stride) {
    signal?.throwIfAborted();
    const chunk = images.subarray(done * imageBytes, (done + stride) * imageBytes);
    probabilities.set(await classifier.classify(chunk), done * 10);
    onProgress?.({ done: Math.min(total, done + stride), total });
  }
  return probabilities;
}
