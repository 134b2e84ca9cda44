import { setImmediate } from 'node:timers/promises';
import type { Network } from '../../model/network.js';
import { fitImages, imageBytes } from '../fit-images.js';
import { imagesAtOnce } from '../images-at-once.js';
import type { Feed, Session } from './session.js';

/**
 * Fetches `probabilities` from a session's graph for any number of images, and lets the event
 * loop turn after each run.
 *
 * @param images n × 784 bytes
 * @returns n × 10 probabilities
 */
export async function classifyWith(
  session: Session,
  network: Network,
  images: Uint8Array,
): Promise<Float32Array> {
  const rows: Float32Array[] = [];
  const step = imagesAtOnce(network) * imageBytes;
  for (let start = 0; start < images.length; start += step) {
    const feed = imagesFeed(network, images.subarray(start, start + step));
    const [probabilities] = session.run([feed], ['probabilities']);
    rows.push(Float32Array.from(probabilities));
    await setImmediate();
  }
  return rows.length === 1 ? rows[0] : joined(rows);
}

/** Whole images, n × 784 bytes, as a graph takes them. */
export function imagesFeed(network: Network, images: Uint8Array): Feed {
  const shape = [images.length / imageBytes, ...network.input];
  return { name: 'images', type: 'uint8', shape, values: fitImages(network, images) };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let written = 0;
  for (const part of parts) {
    all.set(part, written);
    written += part.length;
  }
  return all;
}
