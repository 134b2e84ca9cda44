import { Problem } from '../../core/problem.js';
import { imageBytes } from '../../dataset/dataset.js';

/** One image as it was sent. @throws Problem where it is not 784 bytes */
export function imageOf(pixels: string): Uint8Array {
  const bytes = Buffer.from(pixels, 'base64');
  if (bytes.length === imageBytes) return bytes;
  throw new Problem(`an image has ${imageBytes} bytes, this one ${bytes.length}`, {
    remedy: 'send 28x28 grey pixels',
  });
}
